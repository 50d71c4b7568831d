import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import { newId } from '@/db/new-id';
import { answer } from '@/db/schema/answer';
import { priorAnswer, reattestation } from '@/db/schema/answering';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { answerContentSchema, sameContent } from '@/domain/answer';
import { bankDateOf } from '@/domain/deadline';
import { takeOverHindrance } from '@/domain/prior-answer';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepAnswers } from './keep-answers';
import { lockAssessment, requireWritable } from './require-assessment';
import { requireReturned } from './require-returned';

/**
 * 前回から変わりなし: a named person says of last year's answers that they still stand, and they become this year's. Each
 * item names the version that the person saw, 0 for none. Refuses `stale-record` when a colleague was first,
 * `prior-answer-due` where a promise has come due, and `prior-answer-singly` for items that have to be opened by
 * themselves unless one is taken alone. All or nothing.
 */
export const takeOverAnswers = command({
  audience: 'respondent',
  action: 'answers.takeOver',
  input: z.strictObject({
    assessmentId: z.uuid(),
    items: z
      .array(z.strictObject({ itemId: z.uuid(), version: z.int().min(0) }))
      .min(1)
      .max(500)
      .refine((items) => new Set(items.map((each) => each.itemId)).size === items.length),
  }),
  output: z.strictObject({
    taken: z.array(z.strictObject({ itemId: z.uuid(), version: z.int(), content: answerContentSchema })),
    savedAt: z.date(),
    afterDue: z.boolean(),
  }),
  async run({ tx, scope, now }, { assessmentId, items }) {
    const owner = await lockAssessment(tx, assessmentId);
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, owner.campaignId));
    if (!place) throw new Refusal('not-found', {});
    const ids = items.map((each) => each.itemId);
    const rows = await tx
      .select({ item: pinnedItem, prior: priorAnswer, before: answer })
      .from(pinnedItem)
      .leftJoin(priorAnswer, and(eq(priorAnswer.itemId, pinnedItem.id), eq(priorAnswer.assessmentId, assessmentId)))
      .leftJoin(
        answer,
        and(eq(answer.itemId, pinnedItem.id), eq(answer.slot, 'vendor'), eq(answer.assessmentId, assessmentId)),
      )
      .where(inArray(pinnedItem.id, ids))
      .orderBy(pinnedItem.position);
    if (rows.length !== ids.length) throw new Refusal('not-found', {});
    requireWritable(place, owner);
    await requireReturned(tx, owner, ids, bankDateOf(now));
    const known = rows.flatMap(({ item, prior, before }) => (prior === null ? [] : [{ item, prior, before }]));
    const numbersOf = (some: readonly { item: { number: string } }[]) => some.map(({ item }) => item.number).join('、');
    if (known.length < rows.length) {
      throw new Refusal('prior-answer-missing', { numbers: numbersOf(rows.filter(({ prior }) => prior === null)) });
    }
    const today = bankDateOf(now);
    const hinderedBy = (...which: string[]) =>
      known.filter(({ prior }) => which.includes(takeOverHindrance(prior, today) ?? ''));
    const due = hinderedBy('promise-due');
    if (due.length > 0) throw new Refusal('prior-answer-due', { numbers: numbersOf(due) });
    const singly = hinderedBy('text-changed', 'unchanged-before');
    if (singly.length > 0 && known.length > 1) {
      throw new Refusal('prior-answer-singly', { numbers: numbersOf(singly) });
    }
    const seen = new Map(items.map((each) => [each.itemId, each.version]));
    if (known.some(({ item, before }) => seen.get(item.id) !== (before?.version ?? 0))) {
      throw new Refusal('stale-record', {});
    }
    const isNew = ({ prior, before }: (typeof known)[number]) =>
      before === null || !sameContent(before.content, prior.content);
    const changes = known
      .filter(isNew)
      .map(({ item, prior, before }) => ({ item, before, content: answerContentSchema.parse(prior.content) }));
    const written =
      changes.length > 0 ? await keepAnswers(tx, { scope, now }, { owner, campaign: place }, changes) : null;
    const { tenantId } = scope;
    const said = known.map(({ item, prior, before }) => {
      const kept = written?.kept.find((each) => each.itemId === item.id);
      const revisionId = kept?.revisionId ?? before?.revisionId;
      if (revisionId === undefined) throw new Error('an answer was taken over and not kept');
      return { itemId: item.id, revisionId, fromRevisionId: prior.fromRevisionId };
    });
    const attested = await tx
      .insert(reattestation)
      .values(
        said.map((each) => ({
          tenantId,
          id: newId(),
          campaignId: owner.campaignId,
          assessmentId,
          ...each,
          by: scope.actor,
          at: now,
        })),
      )
      .onConflictDoNothing()
      .returning();
    const output = {
      taken: known.map(({ item, prior, before }) => ({
        itemId: item.id,
        version: written?.kept.find((each) => each.itemId === item.id)?.version ?? before?.version ?? 0,
        content: prior.content,
      })),
      savedAt: now,
      afterDue: written?.afterDue ?? false,
    };
    if (attested.length === 0 && written === null) return { unchanged: output };
    const event: EventDraft = {
      kind: 'answer.reattested',
      campaignId: owner.campaignId,
      assessmentId,
      objects: attested.map((row) => row.id),
      payload: { said: said.map(({ itemId, revisionId, fromRevisionId }) => ({ itemId, revisionId, fromRevisionId })) },
    };
    return { output, events: written ? [...written.events, event] : [event] };
  },
});
