import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { identityProvider } from '@/db/schema/identity-provider';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { identityProviderSchema, shownProviderSchema } from './identity-provider.schema';

/**
 * The bank's own provider for signing in. Who changes it must know its secret, so that none is ever sent to an issuer
 * that it was not made for; and it can be required only once an administrator has come in through it as it stands, so
 * that nobody is locked out. Another provider ends the sessions that the one before vouched for.
 */
export const saveIdentityProvider = command({
  audience: 'bank',
  action: 'identityProvider.save',
  /** `version` null: none is there yet. */
  input: identityProviderSchema.extend({ version: z.int().min(1).nullable() }),
  output: shownProviderSchema,
  async prepare({ accounts }, scope, { issuer, clientSecret, mode }) {
    // A provider that is out of order must not keep anybody from turning it off.
    const examined = mode === 'off' ? null : await accounts.providers.examine(issuer);
    return { examined, sealed: clientSecret === '' ? null : accounts.providers.seal(scope.tenantId, clientSecret) };
  },
  async run({ tx, scope, now }, { version, mode, clientId, ...typed }, { examined, sealed }) {
    const [standing] = await tx.select().from(identityProvider).for('no key update');
    if ((standing?.version ?? null) !== version) throw new Refusal('stale-record', {});
    const issuer = examined && 'issuer' in examined ? examined.issuer : typed.issuer;
    const isOther = standing?.issuer !== issuer || standing.clientId !== clientId;
    const isLooser = standing?.mode === 'required' && mode === 'optional' && !isOther;
    if (examined && 'fault' in examined && !isLooser) throw new Refusal('issuer-unfit', { fault: examined.fault });
    const secret = sealed ?? (isOther ? null : standing.clientSecretSealed);
    if (secret === null) throw new Refusal('provider-secret-missing', {});
    const provenAt = isOther || sealed !== null ? null : standing.provenAt;
    if (mode === 'required' && provenAt === null) throw new Refusal('sso-untried', {});
    const facts = { issuer, clientId, clientSecretSealed: secret, mode, provenAt, updatedAt: now };
    const [row] = standing
      ? await tx
          .update(identityProvider)
          .set({ ...facts, version: standing.version + 1 })
          .where(eq(identityProvider.id, standing.id))
          .returning()
      : await tx
          .insert(identityProvider)
          .values({ tenantId: scope.tenantId, id: newId(), ...facts })
          .onConflictDoNothing()
          .returning();
    if (!row) throw new Refusal('stale-record', {});
    const { clientSecretSealed: _sealed, ...shown } = row;
    const place = { now, by: scope.actor };
    const digests = await recordRevisions(tx, place, [{ noun: 'identity_provider', row: shown }]);
    return {
      output: { issuer, clientId, mode, provenAt, version: row.version },
      events: [
        {
          kind: 'identity_provider.changed',
          objects: [row.id],
          payload: { digests, mode, secretChanged: sealed !== null },
        },
      ],
      endVouchedSessions: standing !== undefined && isOther,
    };
  },
});
