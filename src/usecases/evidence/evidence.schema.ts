import { z } from 'zod';
import { calendarDateSchema } from '@/domain/calendar-date';

/** From when until when a file holds, both days included; null: not said. */
export const validitySchema = z.strictObject({
  validFrom: calendarDateSchema.nullable(),
  validTo: calendarDateSchema.nullable(),
});

/** A file as lists show it: what it is, what was found of it, and whose. */
export const evidenceFactsSchema = validitySchema.extend({
  evidenceId: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Hex. */
  sha256: z.string(),
  scan: z.enum(['clean', 'not_scanned']),
  addedBy: z.string(),
  addedAt: z.date(),
  /** When the stored bytes were first found not to be those handed in; null: they never were. */
  alteredAt: z.date().nullable(),
});
export type EvidenceFacts = z.output<typeof evidenceFactsSchema>;

/** A file on the vendor's own desk. */
export const evidenceFileSchema = evidenceFactsSchema.extend({
  /** A change of its dates names the version that it started from. */
  version: z.int(),
  /** The items that it shows something for, as far as the reader may know them. */
  itemIds: z.array(z.uuid()),
});
export type EvidenceFile = z.output<typeof evidenceFileSchema>;

/** What a change of files answers with. */
export const evidenceChangedSchema = z.strictObject({ file: evidenceFileSchema });

/** A stored file to be taken away. */
export const storedFileSchema = z.strictObject({
  storageKey: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
});

/** Items named once each. */
export const itemIdsSchema = z
  .array(z.uuid())
  .min(1)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length);
