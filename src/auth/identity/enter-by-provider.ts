import { and, eq } from 'drizzle-orm';
import { type BankProvider, identityTransaction, type Membership, membershipsOf, providerOf } from '@/auth/doors';
import { endMemberSession, isUsable, startMemberSession } from '@/auth/member-session';
import type { Claims } from '@/auth/next/open-id-provider';
import { recordSignIn } from '@/auth/record-sign-in';
import type { Transaction } from '@/db/client';
import { linkedAccount, userAccount } from '@/db/schema/platform';
import { addressSchema } from '@/domain/address';
import { proveProvider } from './prove-provider';

/** Why nobody came in; for the log, never for the page. */
export type NotEntered = 'changed' | 'unverified' | 'no-member';
export type Entered = { token: string; expires: Date; auditor: boolean };

/**
 * The name under which links of one bank's provider are kept. The bank stands in it: what one bank's provider said of a
 * person is nothing to another bank, even where both name the same issuer. So does our client there, since a provider
 * may call the same person differently to each.
 */
const linkName = ({ tenantId, issuer, clientId }: BankProvider) => JSON.stringify([tenantId, issuer, clientId]);

/**
 * Lets in whom a bank's provider has vouched for, if the person is a member of this very bank: by an earlier link, or by
 * an address that the provider has verified. The session is new, and opens this bank alone.
 */
export async function enterByProvider(
  bankCode: string,
  provider: BankProvider,
  claims: Claims,
  visit: { now: Date; standingToken: string | null },
): Promise<Entered | { refused: NotEntered }> {
  const { now, standingToken } = visit;
  return identityTransaction(async (tx) => {
    const standing = await providerOf(tx, bankCode);
    const isSame =
      standing !== null &&
      linkName(standing) === linkName(provider) &&
      standing.clientSecretSealed === provider.clientSecretSealed;
    if (!isSame) return { refused: 'changed' as const };
    const found = await memberBehind(tx, provider, claims, now);
    if (typeof found === 'string') return { refused: found };
    const { userId, membership } = found;
    if (standingToken !== null) await endMemberSession(tx, standingToken);
    const { tenantId } = provider;
    const session = await startMemberSession(tx, { userId, tenantId, vouchedTenantId: tenantId, now });
    await recordSignIn(tx, { ...membership, userId, now }, (by) =>
      membership.roles.includes('administrator') ? proveProvider(tx, { now, by }) : Promise.resolve([]),
    );
    return { ...session, auditor: membership.roles.includes('auditor') };
  });
}

async function memberBehind(
  tx: Transaction,
  provider: BankProvider,
  claims: Claims,
  now: Date,
): Promise<{ userId: string; membership: Membership } | NotEntered> {
  const link = { provider: linkName(provider), providerAccountId: claims.sub };
  const [linked] = await tx
    .select({ userId: linkedAccount.userId })
    .from(linkedAccount)
    .where(and(eq(linkedAccount.provider, link.provider), eq(linkedAccount.providerAccountId, link.providerAccountId)));
  if (linked) {
    const membership = await membershipIn(tx, linked.userId, provider.tenantId, now);
    return membership ? { userId: linked.userId, membership } : 'no-member';
  }
  const address = claims.email_verified === true ? addressSchema.safeParse(claims.email) : null;
  if (!address?.success) return 'unverified';
  const [user] = await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.email, address.data));
  const membership = user ? await membershipIn(tx, user.id, provider.tenantId, now) : undefined;
  if (!user || !membership) return 'no-member';
  // A person whom the provider calls by a new name keeps no way in by the old one.
  await tx
    .delete(linkedAccount)
    .where(and(eq(linkedAccount.provider, link.provider), eq(linkedAccount.userId, user.id)));
  const [kept] = await tx
    .insert(linkedAccount)
    .values({ ...link, userId: user.id, type: 'oauth' })
    .onConflictDoNothing()
    .returning();
  return kept ? { userId: user.id, membership } : 'no-member';
}

async function membershipIn(
  tx: Transaction,
  userId: string,
  tenantId: string,
  now: Date,
): Promise<Membership | undefined> {
  const memberships = await membershipsOf(tx, userId);
  return memberships.find((each) => each.tenantId === tenantId && isUsable(each, now));
}
