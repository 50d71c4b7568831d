import { inArray, sql } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { assessment } from '@/db/schema/campaign';
import type { Actor } from '@/domain/actor';
import type { Json } from '@/domain/canonical-json';
import type { EventKind } from '@/domain/event-kinds';
import type { Job } from '@/domain/job';
import type { AssessmentRow } from '../campaigns/require-campaign';

type Changes = Partial<Pick<AssessmentRow, 'state' | 'dueDate' | 'dueDateReason' | 'inChargeId'>>;

/**
 * Writes the same change to many locked assessments in one statement, with a revision and an event each, so that every
 * assessment's own history tells of it.
 */
export async function changeChosen(
  tx: Transaction,
  place: { now: Date; by: Actor },
  rows: readonly AssessmentRow[],
  changes: Changes,
  event: { kind: EventKind; payload: (row: AssessmentRow) => Record<string, Json> },
): Promise<EventDraft[]> {
  if (rows.length === 0) return [];
  const changed = await tx
    .update(assessment)
    .set({ ...changes, version: sql`${assessment.version} + 1` })
    .where(
      inArray(
        assessment.id,
        rows.map((row) => row.id),
      ),
    )
    .returning();
  const digests = await recordRevisions(
    tx,
    place,
    changed.map((row) => ({ noun: 'assessment' as const, row, campaignId: row.campaignId, assessmentId: row.id })),
  );
  return rows.map((row) => ({
    kind: event.kind,
    campaignId: row.campaignId,
    assessmentId: row.id,
    objects: [row.id],
    payload: { digests: { [row.id]: digests[row.id] ?? '' }, ...event.payload(row) },
  }));
}

/** The worker looks at each campaign concerned at once, so that vendors are told without waiting for the next round. */
export function sweepsOf(rows: readonly AssessmentRow[]): Job[] {
  const campaigns = new Map(rows.map((row) => [row.campaignId, row.tenantId]));
  return [...campaigns].map(([campaignId, tenantId]) => ({
    kind: 'campaign.sweep',
    payload: { tenantId, campaignId },
  }));
}
