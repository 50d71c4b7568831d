import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { fileImport } from '@/db/schema/file-import';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { importKindSchema } from './import-rows';

const MEBIBYTE = 1024 * 1024;
export const MAX_IMPORT_MEGABYTES = 10;

/** Keeps an uploaded table as it came; the worker reads it. Nothing of it is taken in before somebody confirms it. */
export const uploadImport = command({
  audience: 'bank',
  action: 'imports.upload',
  input: z.strictObject({
    kind: importKindSchema,
    fileName: freeTextSchema(200).refine((name) => name.trim() !== ''),
    content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  output: z.strictObject({ importId: z.uuid() }),
  async run({ tx, scope, now }, { kind, fileName, content }) {
    const { tenantId, actor } = scope;
    if (content.byteLength === 0) throw new Refusal('file-empty', {});
    if (content.byteLength > MAX_IMPORT_MEGABYTES * MEBIBYTE)
      throw new Refusal('file-too-large', { megabytes: MAX_IMPORT_MEGABYTES });
    const importId = newId();
    const sha256 = createHash('sha256').update(content).digest('hex');
    await tx.insert(fileImport).values({
      tenantId,
      id: importId,
      kind,
      fileName,
      sha256,
      content,
      state: 'planned',
      requestedBy: actor,
      requestedAt: now,
    });
    return {
      output: { importId },
      events: [{ kind: 'import.uploaded', objects: [importId], payload: { kind, sha256 } }],
      wake: [{ kind: 'import.work', payload: { tenantId, importId } }],
    };
  },
});
