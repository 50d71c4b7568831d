import { z } from 'zod';

/** What a bank is found by before anybody is known: the short name that its host gave it. */
export const bankCodeSchema = z
  .string()
  .max(200)
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/));

/** off: codes alone. optional: codes and the provider. required: the provider alone opens the bank. */
export const IDENTITY_MODES = ['off', 'optional', 'required'] as const;
export type IdentityMode = (typeof IDENTITY_MODES)[number];

/** What can be wrong with a provider's address, each with a sentence of its own. */
export const ISSUER_FAULTS = [
  'address',
  'not_https',
  'private',
  'unreachable',
  'redirect',
  'no_document',
  'other_issuer',
  'incapable',
] as const;
export type IssuerFault = (typeof ISSUER_FAULTS)[number];

export type Admission = 'open' | 'sso-required' | 'vouched-elsewhere' | 'signed-out';

/**
 * Whether a session opens a bank, as far as the way of signing in goes. What one bank's provider vouched for opens that
 * bank alone: who runs a provider can say what they like, and must not be able to say it to another bank.
 */
export function admissionOf(
  session: { vouchedTenantId: string | null },
  bank: { tenantId: string; identityMode: IdentityMode },
): Admission {
  if (session.vouchedTenantId === null) return bank.identityMode === 'required' ? 'sso-required' : 'open';
  if (session.vouchedTenantId !== bank.tenantId) {
    return bank.identityMode === 'required' ? 'sso-required' : 'vouched-elsewhere';
  }
  return bank.identityMode === 'off' ? 'signed-out' : 'open';
}
