import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { answer } from '@/db/schema/answer';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { answerContentSchema, sameContent } from '@/domain/answer';
import { isOldAnswer } from '@/domain/answer-master';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepAnswers } from '../responses/keep-answers';
import { lockAssessment, requireWritable } from '../responses/require-assessment';
import { answersOf } from './master-rows';

/**
 * Fills items in from the answer master: to the bank's records they are answers like any typed one. Each item names the
 * versions that the person saw, of the answer here and of the master's. Refuses `stale-record` when either moved,
 * `master-answer-missing`, and `master-answer-old` for answers of twelve months unless one is taken alone. All or nothing.
 */
export const fillFromMaster = command({
  audience: 'respondent',
  action: 'master.fill',
  input: z.strictObject({
    assessmentId: z.uuid(),
    masterServiceId: z.uuid(),
    items: z
      .array(z.strictObject({ itemId: z.uuid(), version: z.int().min(0), masterVersion: z.int().min(1) }))
      .min(1)
      .max(500)
      .refine((items) => new Set(items.map((each) => each.itemId)).size === items.length),
  }),
  output: z.strictObject({
    filled: z.array(z.strictObject({ itemId: z.uuid(), version: z.int(), content: answerContentSchema })),
    savedAt: z.date(),
    afterDue: z.boolean(),
    /** The bank's service that was answered for. */
    serviceId: z.uuid(),
  }),
  prepare: ({ accounts }, scope) => accounts.masterOf(scope.actor.id),
  async run({ tx, scope, now }, { assessmentId, masterServiceId, items }, master) {
    const owner = await lockAssessment(tx, assessmentId);
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, owner.campaignId));
    if (!place || !master?.services.some(({ id }) => id === masterServiceId)) throw new Refusal('not-found', {});
    const ids = items.map((each) => each.itemId);
    const rows = await tx
      .select({ item: pinnedItem, before: answer })
      .from(pinnedItem)
      .leftJoin(
        answer,
        and(eq(answer.itemId, pinnedItem.id), eq(answer.slot, 'vendor'), eq(answer.assessmentId, assessmentId)),
      )
      .where(inArray(pinnedItem.id, ids))
      .orderBy(pinnedItem.position);
    if (rows.length !== ids.length) throw new Refusal('not-found', {});
    requireWritable(place, owner);
    const answerTo = answersOf(master, masterServiceId);
    const pairs = rows.map(({ item, before }) => ({ item, before, kept: answerTo(item.content) }));
    const numbersOf = (some: readonly { item: { number: string } }[]) => some.map(({ item }) => item.number).join('、');
    const usable = pairs.flatMap(({ kept, ...pair }) => (kept ? [{ ...pair, kept }] : []));
    if (usable.length < pairs.length || usable.some(({ item }) => item.answeredBy === 'bank'))
      throw new Refusal('master-answer-missing', { numbers: numbersOf(pairs.filter(({ kept }) => !kept)) });
    const old = usable.filter(({ kept }) => isOldAnswer(kept.answeredAt, now));
    if (old.length > 0 && usable.length > 1) throw new Refusal('master-answer-old', { numbers: numbersOf(old) });
    const seen = new Map(items.map((each) => [each.itemId, each]));
    const isStale = ({ item, before, kept }: (typeof usable)[number]) =>
      seen.get(item.id)?.version !== (before?.version ?? 0) || seen.get(item.id)?.masterVersion !== kept.version;
    if (usable.some(isStale)) throw new Refusal('stale-record', {});
    const changes = usable
      .filter(({ before, kept }) => before === null || !sameContent(before.content, kept.content))
      .map(({ item, before, kept }) => ({ item, before, content: answerContentSchema.parse(kept.content) }));
    const written =
      changes.length > 0 ? await keepAnswers(tx, { scope, now }, { owner, campaign: place }, changes) : null;
    const output = {
      filled: usable.map(({ item, before, kept }) => ({
        itemId: item.id,
        version: written?.kept.find((each) => each.itemId === item.id)?.version ?? before?.version ?? 0,
        content: kept.content,
      })),
      savedAt: now,
      afterDue: written?.afterDue ?? false,
      serviceId: owner.serviceId,
    };
    return written ? { output, events: written.events } : { unchanged: output };
  },
});
