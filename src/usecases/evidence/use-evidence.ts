import { z } from 'zod';
import { command } from '../command';
import { evidenceChangedSchema, itemIdsSchema } from './evidence.schema';
import { factsOf, itemsServedBy, requireFile } from './evidence-rows';
import { nameForItems } from './name-for-items';
import { requireEvidencePlace } from './require-evidence-place';
import { settleItems } from './settle-items';

/** One file for several items: names it for more of them. */
export const useEvidence = command({
  audience: 'respondent',
  action: 'evidence.use',
  input: z.strictObject({ assessmentId: z.uuid(), evidenceId: z.uuid(), itemIds: itemIdsSchema }),
  output: evidenceChangedSchema,
  async run({ tx, scope, now }, { assessmentId, evidenceId, itemIds }) {
    const owner = await requireEvidencePlace(tx, now, assessmentId, itemIds);
    const row = await requireFile(tx, assessmentId, evidenceId);
    const named = await nameForItems(tx, row, itemIds, now);
    const file = { ...factsOf(row), version: row.version, itemIds: await itemsServedBy(tx, evidenceId) };
    if (named.length === 0) return { unchanged: { file } };
    const { digests } = await settleItems(tx, { scope, now }, owner, named);
    return {
      output: { file },
      events: [
        {
          kind: 'evidence.used',
          campaignId: owner.campaignId,
          assessmentId,
          objects: [evidenceId, ...named],
          payload: { sha256: row.sha256, digests },
        },
      ],
    };
  },
});
