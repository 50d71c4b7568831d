import { z } from 'zod';
import { command } from '../command';
import { evidenceChangedSchema, itemIdsSchema } from './evidence.schema';
import { factsOf, itemsServedBy, requireFile } from './evidence-rows';
import { endForItems } from './name-for-items';
import { requireEvidencePlace } from './require-evidence-place';
import { settleItems } from './settle-items';

/** Takes a file off items. It stays in the list, and rounds that were submitted with it keep it. */
export const endEvidenceUse = command({
  audience: 'respondent',
  action: 'evidence.endUse',
  input: z.strictObject({ assessmentId: z.uuid(), evidenceId: z.uuid(), itemIds: itemIdsSchema }),
  output: evidenceChangedSchema,
  async run({ tx, scope, now }, { assessmentId, evidenceId, itemIds }) {
    const owner = await requireEvidencePlace(tx, now, assessmentId, itemIds);
    const row = await requireFile(tx, assessmentId, evidenceId);
    const ended = await endForItems(tx, evidenceId, itemIds, now);
    const file = { ...factsOf(row), version: row.version, itemIds: await itemsServedBy(tx, evidenceId) };
    if (ended.length === 0) return { unchanged: { file } };
    const { digests } = await settleItems(tx, { scope, now }, owner, ended);
    return {
      output: { file },
      events: [
        {
          kind: 'evidence.unused',
          campaignId: owner.campaignId,
          assessmentId,
          objects: [evidenceId, ...ended],
          payload: { sha256: row.sha256, digests },
        },
      ],
    };
  },
});
