import { z } from 'zod';
import { IDENTITY_MODES } from '@/domain/identity-provider';

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .min(1)
        .regex(/^[\x20-\x7e]+$/),
    );

/** What an administrator enters. An empty secret keeps the one that stands. */
export const identityProviderSchema = z.strictObject({
  issuer: line(500),
  clientId: line(300),
  clientSecret: z.union([z.literal(''), line(1_000)]),
  mode: z.enum(IDENTITY_MODES),
});

/** What may be read again: never the secret. */
export const shownProviderSchema = z.strictObject({
  issuer: z.string(),
  clientId: z.string(),
  mode: z.enum(IDENTITY_MODES),
  provenAt: z.date().nullable(),
  version: z.int(),
});
