import { z } from 'zod';
import { newId } from '@/db/new-id';
import { evidenceKey } from '@/domain/evidence-key';
import { query } from '../query';
import { fileWith, requireRoom } from './add-evidence';
import { requireOrder } from './change-validity';
import { storedFileSchema, validitySchema } from './evidence.schema';
import { requireEvidencePlace } from './require-evidence-place';

/**
 * Whether a file may be added for an item, asked before its bytes go anywhere: everything that `addEvidence` refuses.
 * `kept` is the same file where the assessment has it already, whose bytes needn't be stored again; else they go to
 * `storageKey`.
 */
export const admitEvidence = query({
  audience: 'respondent',
  action: 'evidence.add',
  input: validitySchema.extend({ assessmentId: z.uuid(), itemId: z.uuid(), sha256: z.string() }),
  output: z.strictObject({
    kept: storedFileSchema.extend({ scan: z.enum(['clean', 'not_scanned']) }).nullable(),
    storageKey: z.string(),
  }),
  async run({ tx, scope, now }, { assessmentId, itemId, sha256, ...validity }) {
    requireOrder(validity);
    await requireEvidencePlace(tx, now, assessmentId, [itemId]);
    const row = await fileWith(tx, assessmentId, sha256);
    if (row === null) {
      await requireRoom(tx, assessmentId);
      return { kept: null, storageKey: evidenceKey(scope.tenantId, newId()) };
    }
    const { storageKey, fileName, mediaType, size, scan } = row;
    // The same bytes anew, in the place of those that are no longer they.
    if (row.alteredAt !== null) return { storageKey, kept: null };
    return { storageKey, kept: { storageKey, fileName, mediaType, size, sha256, scan } };
  },
});
