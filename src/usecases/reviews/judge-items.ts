import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { verdict } from '@/db/schema/review';
import { bankDateOf } from '@/domain/deadline';
import { VERDICTS } from '@/domain/gap';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { judgedItems, requireReview } from './require-review';
import { reviewTextSchema } from './review.schema';
import { readDeltas, unopenedItems } from './review-deltas';

/** Above any checklist's length. */
export const MOST_AT_ONCE = 500;

/**
 * 審査結果 of one or many items; null takes one back. Each judgement names the version that it started from: when one
 * has moved on (`stale-record`, with its 通番), none is kept. 不足 needs a reason. 認める needs the item to have been opened by
 * the same member where its text changed or nobody looked at it last year（`items-unopened`, with their 通番）.
 */
export const judgeItems = command({
  audience: 'bank',
  action: 'reviews.judge',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    judgements: z
      .array(
        z.strictObject({
          itemId: z.uuid(),
          verdict: z.enum(VERDICTS).nullable(),
          reason: reviewTextSchema,
          version: z.int().min(0),
        }),
      )
      .min(1)
      .max(MOST_AT_ONCE, { error: 'batch-too-large' })
      .refine((all) => new Set(all.map((each) => each.itemId)).size === all.length),
  }),
  output: z.strictObject({
    judged: z.int(),
    toJudge: z.int(),
    verdicts: z.array(
      z.strictObject({
        itemId: z.uuid(),
        verdict: z.enum(VERDICTS).nullable(),
        reason: z.string(),
        verdictVersion: z.int(),
      }),
    ),
  }),
  async run({ tx, scope, now }, { assessmentId, roundId, judgements }) {
    const itemIds = judgements.map((each) => each.itemId);
    const { assessment, campaign } = await requireReview(tx, 'judge', { assessmentId, roundId, itemIds });
    const { tenantId, campaignId } = assessment;
    const answered = new Map((await judgedItems(tx, roundId)).map((item) => [item.itemId, item.number]));
    if (itemIds.some((id) => !answered.has(id))) throw new Refusal('item-not-answered-here', {});
    const numbers = (chosen: typeof judgements) => chosen.map((each) => answered.get(each.itemId)).join(', ');
    const unreasoned = judgements.filter((each) => each.verdict === 'insufficient' && each.reason.trim() === '');
    if (unreasoned.length > 0) throw new Refusal('reason-missing', { numbers: numbers(unreasoned) });
    const standing = await tx.select().from(verdict).where(eq(verdict.roundId, roundId));
    const before = new Map(standing.map((row) => [row.itemId, row]));
    const stale = judgements.filter((each) => each.version !== (before.get(each.itemId)?.version ?? 0));
    if (stale.length > 0) throw new Refusal('stale-record', { numbers: numbers(stale) });
    const accepted = judgements.filter((each) => each.verdict === 'accepted').map((each) => each.itemId);
    if (accepted.length > 0) {
      const deltas = await readDeltas(tx, { assessment, campaign, today: bankDateOf(now) });
      const unopened = await unopenedItems(tx, deltas, { roundId, memberId: scope.memberId, itemIds: accepted });
      if (unopened.length > 0) {
        throw new Refusal('items-unopened', {
          numbers: numbers(judgements.filter((each) => unopened.includes(each.itemId))),
        });
      }
    }
    const changes = judgements.filter((each) => {
      const row = before.get(each.itemId);
      // Judged by itself now: まとめて確認 no longer holds.
      return (row?.value ?? null) !== each.verdict || (row?.reason ?? '') !== each.reason || row?.takenTogether;
    });
    const rows =
      changes.length === 0
        ? []
        : await tx
            .insert(verdict)
            .values(
              changes.map((each) => ({
                tenantId,
                id: newId(),
                campaignId,
                assessmentId,
                roundId,
                itemId: each.itemId,
                value: each.verdict,
                reason: each.reason,
                version: 1,
                by: scope.actor,
                at: now,
              })),
            )
            .onConflictDoUpdate({
              target: [verdict.tenantId, verdict.roundId, verdict.itemId],
              set: {
                value: sql`excluded.value`,
                reason: sql`excluded.reason`,
                takenTogether: false,
                version: sql`${verdict.version} + 1`,
                by: sql`excluded.by`,
                at: now,
                releasedAt: null,
              },
            })
            .returning();
    for (const row of rows) before.set(row.itemId, row);
    const output = {
      judged: [...before.values()].filter((row) => row.value !== null).length,
      toJudge: answered.size,
      verdicts: judgements.map(({ itemId }) => {
        const row = before.get(itemId);
        return {
          itemId,
          verdict: row?.value ?? null,
          reason: row?.reason ?? '',
          verdictVersion: row?.version ?? 0,
        };
      }),
    };
    if (rows.length === 0) return { unchanged: output };
    const digests = await recordRevisions(
      tx,
      { now, by: scope.actor },
      rows.map((row) => ({ noun: 'verdict' as const, row, campaignId, assessmentId })),
    );
    return {
      output,
      events: [
        {
          kind: 'items.judged',
          campaignId,
          assessmentId,
          objects: [roundId, ...rows.map((row) => row.itemId)],
          payload: { digests, verdicts: Object.fromEntries(rows.map((row) => [row.itemId, row.value])) },
        },
      ],
    };
  },
});
