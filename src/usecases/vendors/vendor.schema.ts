import { z } from 'zod';
import { addressSchema } from '@/domain/address';
import { calendarDateSchema } from '@/domain/calendar-date';
import { corporateNumberSchema } from '@/domain/corporate-number';
import { freeTextSchema } from '@/domain/free-text';

/** A name that can't be left blank. Kept as typed. */
const nameSchema = (max: number) => freeTextSchema(max).refine((name) => name.trim() !== '');

export const CONTACT_KINDS = ['primary', 'deputy', 'copy'] as const;
export const CRITICALITIES = ['high', 'medium', 'low'] as const;
export const API_KINDS = ['reference', 'update'] as const;
export const CHAIN_KINDS = ['subcontractor', 'chain'] as const;
export const DOCUMENT_KINDS = ['contract', 'certificate', 'notification', 'report', 'other'] as const;

/** What a bank states about a vendor, as a form sends it. */
export const vendorFactsSchema = z.strictObject({
  name: nameSchema(200),
  kana: freeTextSchema(200),
  corporateNumber: corporateNumberSchema.nullable(),
  registrationNumber: freeTextSchema(100),
  registrationBureau: freeTextSchema(100),
  registrationCheckedOn: calendarDateSchema.nullable(),
  dataLocation: freeTextSchema(500),
  notes: freeTextSchema(5_000),
});

export const contactFactsSchema = z.strictObject({
  name: nameSchema(100),
  department: freeTextSchema(100),
  address: addressSchema,
  language: z.enum(['ja', 'en']),
});

export const serviceFactsSchema = z.strictObject({
  name: nameSchema(200),
  apiKinds: z
    .array(z.enum(API_KINDS))
    .min(1)
    .max(API_KINDS.length)
    .refine((kinds) => new Set(kinds).size === kinds.length),
  criticality: z.enum(CRITICALITIES),
  contractDate: calendarDateSchema.nullable(),
});

export const chainLinkFactsSchema = z.strictObject({
  kind: z.enum(CHAIN_KINDS),
  name: nameSchema(200),
  corporateNumber: corporateNumberSchema.nullable(),
  task: freeTextSchema(1_000),
  dataLocation: freeTextSchema(500),
  notifiedOn: calendarDateSchema.nullable(),
  acceptedOn: calendarDateSchema.nullable(),
});

export const documentFactsSchema = z.strictObject({
  title: nameSchema(200),
  kind: z.enum(DOCUMENT_KINDS),
  validFrom: calendarDateSchema.nullable(),
  validTo: calendarDateSchema.nullable(),
});

/** The version that a change began with. */
export const versionSchema = z.int().min(1);
