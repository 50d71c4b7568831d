import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { verdict } from '@/db/schema/review';
import { bankDateOf } from '@/domain/deadline';
import { VERDICTS } from '@/domain/gap';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { MOST_AT_ONCE } from './judge-items';
import { judgedItems, requireReview } from './require-review';
import { readDeltas } from './review-deltas';

/**
 * まとめて認める: accepts, by name, items that stand as the bank accepted them before, and says in the record that nobody
 * looked at them singly. Refuses `open-singly` with the 通番 of those that the delta rule wants opened, and
 * `stale-record` when a verdict has moved on; then none is kept.
 */
export const acceptTogether = command({
  audience: 'bank',
  action: 'reviews.acceptTogether',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    items: z
      .array(z.strictObject({ itemId: z.uuid(), version: z.int().min(0) }))
      .min(1)
      .max(MOST_AT_ONCE, { error: 'batch-too-large' })
      .refine((all) => new Set(all.map((each) => each.itemId)).size === all.length),
  }),
  output: z.strictObject({
    accepted: z.int(),
    verdicts: z.array(
      z.strictObject({
        itemId: z.uuid(),
        verdict: z.enum(VERDICTS).nullable(),
        reason: z.string(),
        verdictVersion: z.int(),
      }),
    ),
  }),
  async run({ tx, scope, now }, { assessmentId, roundId, items }) {
    const itemIds = items.map((each) => each.itemId);
    const { assessment, campaign } = await requireReview(tx, 'judge', { assessmentId, roundId, itemIds });
    const { tenantId, campaignId } = assessment;
    const answered = new Map((await judgedItems(tx, roundId)).map((item) => [item.itemId, item.number]));
    if (itemIds.some((itemId) => !answered.has(itemId))) throw new Refusal('item-not-answered-here', {});
    const numbers = (ids: readonly string[]) => ids.map((itemId) => answered.get(itemId)).join(', ');
    const deltas = await readDeltas(tx, { assessment, campaign, today: bankDateOf(now) });
    const singly = itemIds.filter((itemId) => deltas.get(itemId)?.way !== 'together');
    if (singly.length > 0) throw new Refusal('open-singly', { numbers: numbers(singly) });
    const standing = await tx.select().from(verdict).where(eq(verdict.roundId, roundId));
    const before = new Map(standing.map((row) => [row.itemId, row]));
    const stale = items.filter((each) => each.version !== (before.get(each.itemId)?.version ?? 0));
    if (stale.length > 0) throw new Refusal('stale-record', { numbers: numbers(stale.map((each) => each.itemId)) });
    const open = itemIds.filter((itemId) => before.get(itemId)?.value !== 'accepted');
    if (open.length === 0) return { unchanged: { accepted: 0, verdicts: [] } };
    const rows = await tx
      .insert(verdict)
      .values(
        open.map((itemId) => ({
          tenantId,
          id: newId(),
          campaignId,
          assessmentId,
          roundId,
          itemId,
          value: 'accepted' as const,
          reason: '',
          takenTogether: true,
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
          takenTogether: true,
          version: sql`${verdict.version} + 1`,
          by: sql`excluded.by`,
          at: now,
          releasedAt: null,
        },
      })
      .returning();
    const digests = await recordRevisions(
      tx,
      { now, by: scope.actor },
      rows.map((row) => ({ noun: 'verdict' as const, row, campaignId, assessmentId })),
    );
    return {
      output: {
        accepted: rows.length,
        verdicts: rows.map(({ itemId, value, reason, version }) => ({
          itemId,
          verdict: value,
          reason,
          verdictVersion: version,
        })),
      },
      events: [
        {
          kind: 'items.accepted-together',
          campaignId,
          assessmentId,
          objects: [roundId, ...rows.map((row) => row.itemId)],
          payload: {
            digests,
            items: rows.map((row) => {
              const delta = deltas.get(row.itemId);
              return {
                itemId: row.itemId,
                number: answered.get(row.itemId) ?? '',
                since: delta?.way === 'together' ? delta.since : '',
              };
            }),
          },
        },
      ],
    };
  },
});
