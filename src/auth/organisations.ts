import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { appendOrganisationEvents, beginOrganisationChain } from '@/db/organisation-log';
import { organisation, organisationInvitation, organisationMember } from '@/db/schema/answer-master';
import { respondentPerson } from '@/db/schema/respondents';
import { assumeRole, type OrganisationScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';
import { identityTransaction } from './doors';
import { sittingOf } from './member-session';
import { mintOrganisationScope } from './mint';
import { type RespondentSession, requireRespondentSession } from './respondent-session';

/** The organisation that a person belongs to, read where identities are; null for none. One at a time. */
export async function membershipOf(
  tx: Transaction,
  personId: string,
): Promise<{ organisationId: string; name: string } | null> {
  const [row] = await tx
    .select({ organisationId: organisation.id, name: organisation.name })
    .from(organisationMember)
    .innerJoin(organisation, eq(organisation.id, organisationMember.organisationId))
    .where(and(eq(organisationMember.personId, personId), isNull(organisationMember.leftAt)));
  return row ?? null;
}

/**
 * The scope of the organisation that the signed-in person belongs to; null for none. Nothing that a bank typed counts:
 * only founding and a member's invitation make a member. Throws `signed-out`, `session-idle`, `not-introduced`.
 */
export async function organisationScopeOf(token: string | null, now: Date): Promise<OrganisationScope | null> {
  return identityTransaction(async (tx) => {
    const session = await requireIntroduced(tx, token, now);
    const found = await membershipOf(tx, session.personId);
    return found ? scopeOf(session, found.organisationId) : null;
  });
}

/**
 * Founds an organisation with the signed-in person as its first member, unless they belong to one: then it is that one,
 * also when another window was first.
 */
export async function foundOrganisation(token: string | null, name: string, now: Date): Promise<OrganisationScope> {
  return identityTransaction(async (tx) => {
    const session = await requireIntroduced(tx, token, now);
    await lockPerson(tx, session.personId);
    const found = await membershipOf(tx, session.personId);
    if (found) return scopeOf(session, found.organisationId);
    const organisationId = newId();
    const scope = scopeOf(session, organisationId);
    await assumeRole(tx, { role: 'tenken_organisation', organisationId });
    await tx.insert(organisation).values({ id: organisationId, name, foundedAt: now });
    await beginOrganisationChain(tx, organisationId);
    await tx
      .insert(organisationMember)
      .values({ organisationId, personId: session.personId, name: scope.actor.name, joinedAt: now });
    await appendOrganisationEvents(tx, { organisationId, actor: scope.actor, now }, [
      { kind: 'organisation.founded', objects: [organisationId, session.personId], payload: { name } },
    ]);
    return scope;
  });
}

/** An invitation by a member that waits for the person who proved its address. */
export interface WaitingInvitation {
  joiningId: string;
  organisationName: string;
  inviterName: string;
  invitedAt: Date;
}

/** Whose answer master the signed-in person works with, and who asks them to join one. */
export async function organisationOf(
  token: string | null,
  now: Date,
): Promise<{ organisation: { name: string } | null; invitations: WaitingInvitation[] }> {
  return identityTransaction(async (tx) => {
    const session = await requireRespondentSession(tx, token, now);
    const found = await membershipOf(tx, session.personId);
    const invitations = await tx
      .select({
        joiningId: organisationInvitation.id,
        organisationName: organisation.name,
        inviterName: organisationInvitation.inviterName,
        invitedAt: organisationInvitation.invitedAt,
      })
      .from(organisationInvitation)
      .innerJoin(organisation, eq(organisation.id, organisationInvitation.organisationId))
      .where(
        and(
          eq(organisationInvitation.address, session.address),
          isNull(organisationInvitation.acceptedAt),
          isNull(organisationInvitation.revokedAt),
        ),
      );
    return { organisation: found && { name: found.name }, invitations };
  });
}

/**
 * Joins the organisation that a member invited this proven address to. Throws `not-found` for an invitation of another
 * address, a revoked or a used one, and `organisation-belongs` for who belongs to another organisation.
 */
export async function joinOrganisation(token: string | null, joiningId: string, now: Date): Promise<void> {
  await identityTransaction(async (tx) => {
    const session = await requireIntroduced(tx, token, now);
    await lockPerson(tx, session.personId);
    const [invited] = await tx
      .select()
      .from(organisationInvitation)
      .where(and(eq(organisationInvitation.id, joiningId), eq(organisationInvitation.address, session.address)));
    if (!invited || invited.acceptedAt || invited.revokedAt) throw new Refusal('not-found', {});
    const { organisationId } = invited;
    const belongs = await membershipOf(tx, session.personId);
    if (belongs) throw new Refusal('organisation-belongs', { name: belongs.name });
    const { actor } = scopeOf(session, organisationId);
    await assumeRole(tx, { role: 'tenken_organisation', organisationId });
    const used = await tx
      .update(organisationInvitation)
      .set({ acceptedAt: now })
      .where(and(eq(organisationInvitation.id, joiningId), isNull(organisationInvitation.revokedAt)))
      .returning();
    if (used.length === 0) throw new Refusal('not-found', {});
    await tx
      .insert(organisationMember)
      .values({
        organisationId,
        personId: session.personId,
        name: actor.name,
        joinedAt: now,
        invitedBy: invited.invitedBy,
      })
      .onConflictDoUpdate({
        target: [organisationMember.organisationId, organisationMember.personId],
        set: { leftAt: null, name: actor.name },
      });
    await appendOrganisationEvents(tx, { organisationId, actor, now }, [
      { kind: 'organisation.joined', objects: [session.personId, joiningId], payload: {} },
    ]);
  });
}

/** True for the address of a member, and for one that a member invited: a code leads to the answer master. */
export async function isKnownToOrganisation(tx: Transaction, address: string): Promise<boolean> {
  const members = await tx
    .select({ id: respondentPerson.id })
    .from(organisationMember)
    .innerJoin(respondentPerson, eq(respondentPerson.id, organisationMember.personId))
    .where(and(eq(respondentPerson.address, address), isNull(organisationMember.leftAt)))
    .limit(1);
  if (members.length > 0) return true;
  const invited = await tx
    .select({ id: organisationInvitation.id })
    .from(organisationInvitation)
    .where(
      and(
        eq(organisationInvitation.address, address),
        isNull(organisationInvitation.acceptedAt),
        isNull(organisationInvitation.revokedAt),
      ),
    )
    .limit(1);
  return invited.length > 0;
}

async function requireIntroduced(tx: Transaction, token: string | null, now: Date) {
  const session = await requireRespondentSession(tx, token, now);
  const { name, department } = session;
  if (name === null || department === null) throw new Refusal('not-introduced', {});
  return { ...session, name, department };
}

function scopeOf(
  session: RespondentSession & { name: string; department: string },
  organisationId: string,
): OrganisationScope {
  const { personId, name, department, tokenHash } = session;
  return mintOrganisationScope({ organisationId, personId, name, department, sitting: sittingOf(tokenHash) });
}

/** Two windows of one person found or join one after the other. */
async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 0))`);
}
