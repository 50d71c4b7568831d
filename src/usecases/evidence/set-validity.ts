import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeValidity, requireOrder } from './change-validity';
import { evidenceChangedSchema, validitySchema } from './evidence.schema';
import { type EvidenceRow, factsOf, itemsServedBy, requireFile } from './evidence-rows';
import { requireEvidencePlace } from './require-evidence-place';

/** From when until when a file holds. Names the version that it started from: `stale-record` when somebody was first. */
export const setValidity = command({
  audience: 'respondent',
  action: 'evidence.setValidity',
  input: validitySchema.extend({ assessmentId: z.uuid(), evidenceId: z.uuid(), version: z.int().min(1) }),
  output: evidenceChangedSchema,
  async run({ tx, scope, now }, { assessmentId, evidenceId, version, ...validity }) {
    requireOrder(validity);
    await requireFile(tx, assessmentId, evidenceId);
    const served = await itemsServedBy(tx, evidenceId);
    await requireEvidencePlace(tx, now, assessmentId, served);
    // As it stands under the lock: a colleague may have been first.
    const row = await requireFile(tx, assessmentId, evidenceId);
    const view = (shown: EvidenceRow) => ({ file: { ...factsOf(shown), version: shown.version, itemIds: served } });
    const isOther = row.validFrom !== validity.validFrom || row.validTo !== validity.validTo;
    if (isOther && row.version !== version) throw new Refusal('stale-record', {});
    const changed = await changeValidity(tx, { scope, now }, row, validity);
    return changed === null ? { unchanged: view(row) } : { output: view(changed.row), events: [changed.event] };
  },
});
