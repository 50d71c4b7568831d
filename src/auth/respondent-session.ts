import { and, desc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { respondentPerson, respondentSession } from '@/db/schema/respondents';
import type { RespondentScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';
import { type Grant, grantsOf, identityTransaction, isLive, isResting } from './doors';
import { sittingOf } from './member-session';
import { mintRespondentScope } from './mint';
import { randomToken, tokenHash } from './secrets';

const SESSION_HOURS = 12;
const IDLE_MINUTES = 60;
const TOUCH_AFTER_MS = 60_000;

export interface RespondentSession {
  tokenHash: string;
  personId: string;
  address: string;
  name: string | null;
  department: string | null;
  expires: Date;
}

/** Makes a session for the person behind an address that a code has just proved; returns its token. */
export async function startRespondentSession(
  tx: Transaction,
  address: string,
  now: Date,
): Promise<{ token: string; expires: Date; personId: string }> {
  await tx.insert(respondentPerson).values({ id: newId(), address, createdAt: now }).onConflictDoNothing();
  const [person] = await tx.select().from(respondentPerson).where(eq(respondentPerson.address, address));
  if (!person) throw new Error('the person was not kept');
  const token = randomToken();
  const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await tx.insert(respondentSession).values({
    tokenHash: tokenHash(token),
    personId: person.id,
    createdAt: now,
    lastSeenAt: now,
    expires,
  });
  return { token, expires, personId: person.id };
}

/** The live session behind a cookie's token. Throws `signed-out` or `session-idle`. */
export async function requireRespondentSession(
  tx: Transaction,
  token: string | null,
  now: Date,
): Promise<RespondentSession> {
  if (token === null) throw new Refusal('signed-out', {});
  const hash = tokenHash(token);
  const [row] = await tx
    .select({ session: respondentSession, address: respondentPerson.address })
    .from(respondentSession)
    .innerJoin(respondentPerson, eq(respondentPerson.id, respondentSession.personId))
    .where(and(eq(respondentSession.tokenHash, hash), gt(respondentSession.expires, now)));
  if (!row) throw new Refusal('signed-out', {});
  const idle = now.getTime() - row.session.lastSeenAt.getTime();
  if (idle > IDLE_MINUTES * 60_000) throw new Refusal('session-idle', {});
  if (idle > TOUCH_AFTER_MS) {
    await tx.update(respondentSession).set({ lastSeenAt: now }).where(eq(respondentSession.tokenHash, hash));
  }
  const { personId, name, department, expires } = row.session;
  return { tokenHash: hash, personId, address: row.address, name, department, expires };
}

/** Who the person says they are; history and attestation carry it from now on. */
export async function introduce(
  tx: Transaction,
  session: RespondentSession,
  said: { name: string; department: string },
): Promise<void> {
  await tx.update(respondentSession).set(said).where(eq(respondentSession.tokenHash, session.tokenHash));
}

/** As the person behind the address introduced themselves the last time; null: never. */
export async function lastIntroduction(
  tx: Transaction,
  personId: string,
): Promise<{ name: string; department: string } | null> {
  const [last] = await tx
    .select({ name: respondentSession.name, department: respondentSession.department })
    .from(respondentSession)
    .where(and(eq(respondentSession.personId, personId), isNotNull(respondentSession.name)))
    .orderBy(desc(respondentSession.createdAt), desc(respondentSession.tokenHash))
    .limit(1);
  return last?.name && last.department ? { name: last.name, department: last.department } : null;
}

export async function endRespondentSession(tx: Transaction, token: string): Promise<void> {
  await tx.delete(respondentSession).where(eq(respondentSession.tokenHash, tokenHash(token)));
}

/**
 * The scope of one assessment, minted for each request from a grant that is live now. Throws `not-found` for an
 * assessment that nobody invited this address to, exactly as for one that doesn't exist, `bank-resting` while the host
 * has suspended the bank, and `not-introduced` before the person has said who they are.
 */
export async function mintAssessmentScope(
  token: string | null,
  assessmentId: string,
  now: Date,
): Promise<{ scope: RespondentScope; grant: Grant }> {
  return identityTransaction(async (tx) => {
    const session = await requireRespondentSession(tx, token, now);
    const grants = (await grantsOf(tx, session.address)).filter((each) => each.assessmentId === assessmentId);
    const grant = grants.find((each) => isLive(each, now));
    const resting = grants.find((each) => isResting(each, now));
    if (!grant) throw resting ? new Refusal('bank-resting', { bank: resting.bankName }) : new Refusal('not-found', {});
    if (session.name === null || session.department === null) throw new Refusal('not-introduced', {});
    const scope = mintRespondentScope({
      tenantId: grant.tenantId,
      assessmentId,
      invitationId: grant.invitationId,
      delegatedBy: grant.delegatedBy,
      personId: session.personId,
      name: session.name,
      department: session.department,
      sitting: sittingOf(session.tokenHash),
    });
    return { scope, grant };
  });
}
