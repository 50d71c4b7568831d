import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { evidence } from '@/db/schema/evidence';
import { bankDateOf } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireLead } from '../delegations/require-lead';
import { requireReturned } from '../responses/require-returned';
import { itemsServedBy, requireFile } from './evidence-rows';
import { endForItems } from './name-for-items';
import { requireEvidencePlace } from './require-evidence-place';
import { settleItems } from './settle-items';

/**
 * Puts a file away: no item has it any more. Rounds that were submitted with it keep it, bytes and all; the bytes of
 * one that no round holds go with the next sweep. Only a lead may, since a colleague doesn't see every item it is for.
 */
export const removeEvidence = command({
  audience: 'respondent',
  action: 'evidence.remove',
  input: z.strictObject({ assessmentId: z.uuid(), evidenceId: z.uuid() }),
  output: z.strictObject({}),
  async run({ tx, scope, now }, { assessmentId, evidenceId }) {
    requireLead(scope);
    const owner = await requireEvidencePlace(tx, now, assessmentId, []);
    await requireFile(tx, assessmentId, evidenceId);
    const itemIds = await itemsServedBy(tx, evidenceId);
    await requireReturned(tx, owner, itemIds, bankDateOf(now));
    const [row] = await tx
      .update(evidence)
      .set({ removedAt: now, version: sql`${evidence.version} + 1` })
      .where(eq(evidence.id, evidenceId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const own = { campaignId: owner.campaignId, assessmentId };
    if (itemIds.length > 0) await endForItems(tx, evidenceId, itemIds, now);
    const settled = await settleItems(tx, { scope, now }, owner, itemIds);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'evidence', row, ...own }]);
    return {
      output: {},
      events: [
        {
          kind: 'evidence.removed',
          ...own,
          objects: [evidenceId, ...itemIds],
          payload: { sha256: row.sha256, digests: { ...settled.digests, ...digests } },
        },
      ],
    };
  },
});
