import { z } from 'zod';
import { identityProvider } from '@/db/schema/identity-provider';
import { query } from '../query';
import { shownProviderSchema } from './identity-provider.schema';

/** The bank's own provider for signing in, without its secret, and what the provider has to be told about us. */
export const showIdentityProvider = query({
  audience: 'bank',
  action: 'identityProvider.show',
  input: z.strictObject({}),
  output: z.strictObject({
    provider: shownProviderSchema.nullable(),
    bankCode: z.string(),
    /** The redirect URI to register there. */
    callbackUrl: z.string(),
    /** Where the bank's people sign in. */
    signInUrl: z.string(),
  }),
  prepare: ({ accounts }, scope) => accounts.providers.addresses(scope.tenantId),
  async run({ tx }, _input, addresses) {
    const [row] = await tx.select().from(identityProvider);
    if (!row) return { provider: null, ...addresses };
    const { issuer, clientId, mode, provenAt, version } = row;
    return { provider: { issuer, clientId, mode, provenAt, version }, ...addresses };
  },
});
