import { and, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { question } from '@/db/schema/answering';
import { assessment, invitation } from '@/db/schema/campaign';
import { delegatedItem } from '@/db/schema/delegation';
import { mail } from '@/db/schema/record';
import { addressSchema } from '@/domain/address';
import { invitationInstant } from '@/domain/deadline';
import { isAnswerable, tellAt } from '@/domain/question';
import { requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { membersInCharge } from '../mails/members-in-charge';
import { type MailDraft, planMails, wakesFor } from '../mails/plan-mail';

type QuestionRow = typeof question.$inferSelect;
type InvitationRow = typeof invitation.$inferSelect;

/** A mail, and the questions that it tells of. */
interface Telling {
  draft: MailDraft;
  questionIds: string[];
}

/**
 * Puts the mails about questions on record: to the bank's person in charge what was asked of an assessment, to who asked
 * what was answered. Each tells of everything that no mail has told of yet, once the domain's `tellAt` has come; one that
 * was cancelled has told of nothing. An answer goes to the asker while their link stands and the item is still theirs,
 * else to the lead, on a bank business day from 09:00. A member's address belongs to the account: as with `planRoundMails`,
 * `membersWanted` names whose are missing.
 */
export const planQuestionMails = command({
  audience: 'system',
  action: 'system.planQuestionMails',
  input: z.strictObject({
    campaignId: z.uuid(),
    addresses: z.array(z.strictObject({ userId: z.uuid(), address: addressSchema })),
  }),
  output: z.strictObject({ planned: z.int(), membersWanted: z.array(z.uuid()) }),
  async run({ tx, scope, now }, { campaignId, addresses }) {
    const { tenantId } = scope;
    const campaign = await requireCampaign(tx, campaignId);
    const waiting = await untold(tx, campaignId);
    const nothing = { unchanged: { planned: 0, membersWanted: [] } };
    if (waiting.length === 0) return nothing;
    const assessments = (
      await tx
        .select()
        .from(assessment)
        .where(inArray(assessment.id, [...new Set(waiting.map((each) => each.assessmentId))]))
    ).filter(({ state }) => isAnswerable(campaign.state, state));
    const ids = new Set(assessments.map(({ id }) => id));
    const live = waiting.filter(({ assessmentId }) => ids.has(assessmentId));
    const members = await membersInCharge(tx, campaign, assessments);
    const known = new Map(addresses.map((each) => [each.userId, each.address]));
    const wanted = new Set<string>();
    const tellings: Telling[] = [];

    for (const [assessmentId, rows] of grouped(live, ({ answeredAt, assessmentId: id }) => (answeredAt ? null : id))) {
      const member = members.get(assessmentId);
      if (
        !member ||
        !isTime(
          rows.map((row) => row.askedAt),
          now,
        )
      )
        continue;
      const address = known.get(member.userId);
      if (address === undefined) {
        wanted.add(member.userId);
        continue;
      }
      tellings.push({
        questionIds: rows.map((row) => row.id),
        draft: {
          kind: 'question_asked',
          campaignId,
          assessmentId,
          memberId: member.memberId,
          address,
          recipientName: member.name,
          language: 'ja',
          occasion: newId(),
          dueAt: now,
        },
      });
    }

    const answered = live.filter(({ answeredAt }) => answeredAt !== null);
    const recipientOf = await recipientsOf(tx, answered, now);
    for (const [, rows] of grouped(answered, (row) => recipientOf(row)?.id ?? null)) {
      const [first] = rows;
      const person = first && recipientOf(first);
      if (
        !person ||
        !isTime(
          rows.flatMap(({ answeredAt }) => answeredAt ?? []),
          now,
        )
      )
        continue;
      tellings.push({
        questionIds: rows.map((row) => row.id),
        draft: {
          kind: 'question_answered',
          campaignId,
          assessmentId: person.assessmentId,
          invitationId: person.id,
          address: person.address,
          recipientName: person.name,
          language: person.language,
          occasion: newId(),
          dueAt: invitationInstant(now),
        },
      });
    }

    const output = { planned: tellings.length, membersWanted: [...wanted] };
    if (tellings.length === 0) return { unchanged: output };
    const made = await planMails(
      tx,
      { tenantId, now },
      tellings.map(({ draft }) => draft),
    );
    for (const { draft, questionIds } of tellings) {
      const planned = made.find((row) => row.occasion === draft.occasion);
      const told = draft.kind === 'question_asked' ? { askedMailId: planned?.id } : { answeredMailId: planned?.id };
      await tx.update(question).set(told).where(inArray(question.id, questionIds));
    }
    return {
      output,
      events: [
        {
          kind: 'mails.planned',
          campaignId,
          objects: [campaignId, ...made.map((each) => each.id)],
          payload: { planned: made.length },
        },
      ],
      wake: wakesFor(tenantId, made, now),
    };
  },
});

/** Questions and answers that no mail tells of; locked, so that of two workers one plans. */
async function untold(tx: Transaction, campaignId: string): Promise<QuestionRow[]> {
  const cancelled = tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.campaignId, campaignId), eq(mail.state, 'cancelled')));
  const notBy = (column: typeof question.askedMailId | typeof question.answeredMailId) =>
    or(isNull(column), inArray(column, cancelled));
  return tx
    .select()
    .from(question)
    .where(
      and(
        eq(question.campaignId, campaignId),
        isNull(question.takenBackAt),
        or(
          and(isNull(question.answeredAt), notBy(question.askedMailId)),
          and(isNotNull(question.answeredAt), notBy(question.answeredMailId)),
        ),
      ),
    )
    .orderBy(question.askedAt, question.id)
    .for('update');
}

const isTime = (moments: readonly Date[], now: Date) => (tellAt(moments) ?? now) <= now;

/** By key, those without one left out. */
function grouped(rows: readonly QuestionRow[], keyOf: (row: QuestionRow) => string | null): [string, QuestionRow[]][] {
  const groups = Map.groupBy(rows, keyOf);
  return [...groups].flatMap(([key, each]) => (key === null ? [] : [[key, each] as [string, QuestionRow[]]]));
}

/** To whom the answer to each question goes; null where no link stands. */
async function recipientsOf(
  tx: Transaction,
  rows: readonly QuestionRow[],
  now: Date,
): Promise<(row: QuestionRow) => InvitationRow | null> {
  const assessmentIds = [...new Set(rows.map((row) => row.assessmentId))];
  const links = await tx
    .select()
    .from(invitation)
    .where(
      and(inArray(invitation.assessmentId, assessmentIds), isNull(invitation.revokedAt), gt(invitation.expiresAt, now)),
    )
    .orderBy(invitation.issuedAt, invitation.id);
  const given = await tx
    .select({ invitationId: delegatedItem.invitationId, itemId: delegatedItem.itemId })
    .from(delegatedItem)
    .where(and(inArray(delegatedItem.assessmentId, assessmentIds), isNull(delegatedItem.endedAt)));
  const has = new Set(given.map(({ invitationId, itemId }) => `${invitationId}:${itemId}`));
  return ({ assessmentId, invitationId, itemId }) => {
    const asker = links.find(({ id }) => id === invitationId);
    if (asker && (asker.delegatedBy === null || has.has(`${invitationId}:${itemId}`))) return asker;
    return links.findLast((link) => link.assessmentId === assessmentId && link.delegatedBy === null) ?? null;
  };
}
