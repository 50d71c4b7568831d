import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { answer } from '@/db/schema/answer';
import { assessment, invitation } from '@/db/schema/campaign';
import { delegatedItem, linkRequest } from '@/db/schema/delegation';
import { bankDateOf } from '@/domain/deadline';
import { hasLapsed } from '@/domain/prior-answer';
import { lapseDaysOf } from '../assessments/lapsed-answers';
import { query } from '../query';
import { requireLead } from './require-lead';

/** Whom the lead asked, for what, and how far each is; whose link was revoked is left out. */
export const listColleagues = query({
  audience: 'respondent',
  action: 'delegations.list',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({
    colleagues: z.array(
      z.strictObject({
        invitationId: z.uuid(),
        name: z.string(),
        address: z.string(),
        message: z.string(),
        askedAt: z.date(),
        /** When the link was first used with its code; null: not yet. */
        openedAt: z.date().nullable(),
        items: z.array(z.strictObject({ itemId: z.uuid(), done: z.boolean() })),
      }),
    ),
    /** Colleagues of old who asked for a link from one that opens nothing any more, and have none since. */
    asking: z.array(z.strictObject({ name: z.string(), address: z.string(), askedAt: z.date() })),
  }),
  async run({ tx, scope, now }, { assessmentId }) {
    requireLead(scope);
    const links = await tx
      .select()
      .from(invitation)
      .where(
        and(eq(invitation.assessmentId, assessmentId), isNotNull(invitation.delegatedBy), isNull(invitation.revokedAt)),
      )
      .orderBy(asc(invitation.issuedAt), asc(invitation.id));
    const given = await tx
      .select({
        invitationId: delegatedItem.invitationId,
        itemId: delegatedItem.itemId,
        complete: answer.complete,
        state: assessment.state,
      })
      .from(delegatedItem)
      .innerJoin(assessment, eq(assessment.id, delegatedItem.assessmentId))
      .leftJoin(
        answer,
        and(
          eq(answer.itemId, delegatedItem.itemId),
          eq(answer.assessmentId, delegatedItem.assessmentId),
          eq(answer.slot, 'vendor'),
        ),
      )
      .where(and(eq(delegatedItem.assessmentId, assessmentId), isNull(delegatedItem.endedAt)));
    const lapses = await lapseDaysOf(tx, assessmentId);
    const today = bankDateOf(now);
    const isDone = ({ itemId, complete, state }: (typeof given)[number]) =>
      complete === true && !hasLapsed(state, lapses.get(itemId) ?? null, today);
    const requests = await tx
      .select({ name: invitation.name, address: invitation.address, askedAt: linkRequest.requestedAt })
      .from(linkRequest)
      .innerJoin(invitation, eq(invitation.id, linkRequest.invitationId))
      .where(and(eq(linkRequest.assessmentId, assessmentId), isNotNull(invitation.delegatedBy)))
      .orderBy(desc(linkRequest.requestedAt), desc(linkRequest.id));
    const reached = new Set(links.filter(({ expiresAt }) => expiresAt > now).map(({ address }) => address));
    const asking = new Map(requests.filter(({ address }) => !reached.has(address)).map((each) => [each.address, each]));
    const items = Map.groupBy(given, (row) => row.invitationId);
    return {
      colleagues: links.map((link) => ({
        invitationId: link.id,
        name: link.name,
        address: link.address,
        message: link.message,
        askedAt: link.issuedAt,
        openedAt: link.openedAt,
        items: (items.get(link.id) ?? []).map((row) => ({ itemId: row.itemId, done: isDone(row) })),
      })),
      asking: [...asking.values()],
    };
  },
});
