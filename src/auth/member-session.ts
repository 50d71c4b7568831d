import { and, eq, gt } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { memberSession, tenant, userAccount } from '@/db/schema/platform';
import type { AuditorScope, BankScope } from '@/db/scope';
import { bankDateOf } from '@/domain/deadline';
import { admissionOf } from '@/domain/identity-provider';
import { Refusal } from '@/domain/refusal';
import { identityTransaction, type Membership, membershipsOf } from './doors';
import { mintAuditorScope, mintBankScope } from './mint';
import { randomToken, tokenHash } from './secrets';

const SESSION_HOURS = 12;
const TOUCH_AFTER_MS = 60_000;

export interface MemberSession {
  tokenHash: string;
  userId: string;
  address: string;
  tenantId: string | null;
  /** The bank whose provider vouched for it; null after a code. */
  vouchedTenantId: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expires: Date;
}

/**
 * Makes a session and returns its token, which is never stored. `tenantId` null: the person has yet to choose.
 * `vouchedTenantId` names the bank whose provider vouched for the person, and is left out after a code.
 */
export async function startMemberSession(
  tx: Transaction,
  start: { userId: string; tenantId: string | null; vouchedTenantId?: string; now: Date },
): Promise<{ token: string; expires: Date }> {
  const token = randomToken();
  const expires = new Date(start.now.getTime() + SESSION_HOURS * 3_600_000);
  await tx.insert(memberSession).values({
    sessionToken: tokenHash(token),
    userId: start.userId,
    tenantId: start.tenantId,
    vouchedTenantId: start.vouchedTenantId ?? null,
    expires,
    createdAt: start.now,
    lastSeenAt: start.now,
  });
  return { token, expires };
}

/** The session behind a cookie's token, unless it has run out; null then. */
export async function findMemberSession(tx: Transaction, token: string, now: Date): Promise<MemberSession | null> {
  const hash = tokenHash(token);
  const [row] = await tx
    .select({ session: memberSession, address: userAccount.email })
    .from(memberSession)
    .innerJoin(userAccount, eq(userAccount.id, memberSession.userId))
    .where(and(eq(memberSession.sessionToken, hash), gt(memberSession.expires, now)));
  if (!row) return null;
  const { userId, tenantId, vouchedTenantId, createdAt, lastSeenAt, expires } = row.session;
  return { tokenHash: hash, userId, address: row.address, tenantId, vouchedTenantId, createdAt, lastSeenAt, expires };
}

export async function endMemberSession(tx: Transaction, token: string): Promise<void> {
  await tx.delete(memberSession).where(eq(memberSession.sessionToken, tokenHash(token)));
}

/** A membership that may be used today: not disabled, the bank not suspended, an auditor's last day not passed. */
export function isUsable(membership: Membership, now: Date): boolean {
  return (
    membership.disabledAt === null &&
    membership.tenantStatus === 'active' &&
    (membership.auditorUntil === null || bankDateOf(now) <= membership.auditorUntil)
  );
}

/**
 * Throws unless the way the person signed in opens this bank: `sso-required` (with the bank's code, to go on with),
 * `vouched-elsewhere`, or `signed-out` once the bank has turned its provider off.
 */
export async function requireAdmission(
  tx: Transaction,
  session: Pick<MemberSession, 'vouchedTenantId'>,
  membership: Membership,
): Promise<void> {
  const admission = admissionOf(session, membership);
  if (admission === 'open') return;
  if (admission !== 'sso-required') throw new Refusal(admission, {});
  const [row] = await tx.select({ bank: tenant.slug }).from(tenant).where(eq(tenant.id, membership.tenantId));
  throw new Refusal('sso-required', { bank: row?.bank ?? '' });
}

/**
 * The scope of a signed-in member for the bank chosen in the session. Throws `signed-out`, `session-idle` (the bank's
 * idle time-out, measured here and not by the cookie), `tenant-suspended`, `auditor-expired` or what `requireAdmission`
 * says of the way of signing in.
 */
export async function mintMemberScope(token: string | null, now: Date): Promise<BankScope | AuditorScope> {
  if (token === null) throw new Refusal('signed-out', {});
  return identityTransaction(async (tx) => {
    const session = await findMemberSession(tx, token, now);
    if (!session) throw new Refusal('signed-out', {});
    const memberships = await membershipsOf(tx, session.userId);
    const membership = memberships.find((candidate) => candidate.tenantId === session.tenantId);
    if (!membership || membership.disabledAt !== null) throw new Refusal('signed-out', {});
    if (membership.tenantStatus !== 'active') throw new Refusal('tenant-suspended', {});
    if (!isUsable(membership, now)) throw new Refusal('auditor-expired', {});
    await requireAdmission(tx, session, membership);
    if (now.getTime() - session.lastSeenAt.getTime() > membership.idleMinutes * 60_000) {
      throw new Refusal('session-idle', {});
    }
    if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
      await tx.update(memberSession).set({ lastSeenAt: now }).where(eq(memberSession.sessionToken, session.tokenHash));
    }
    const member = {
      tenantId: membership.tenantId,
      memberId: membership.memberId,
      userId: session.userId,
      name: membership.memberName,
      sitting: sittingOf(session.tokenHash),
    };
    return membership.roles.includes('auditor')
      ? mintAuditorScope(member)
      : mintBankScope({ ...member, roles: membership.roles });
  });
}

/** A stable id of one session that does not give its hash away: 128 bits of it, in UUID form. */
export function sittingOf(hash: string): string {
  const hex = tokenHash(hash).slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
