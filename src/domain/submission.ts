import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/**
 * The receipt of a submission: SHA-256 (hex) over the items' numbers（通番）, their answers' digests and, where files
 * show something for them, those files' SHA-256 in their own order; items in the order of the checklist. The vendor
 * can compute it again from what was sent.
 */
export function receiptHashOf(
  answers: readonly { number: string; digest: string; evidence: readonly string[] }[],
): string {
  return createHash('sha256')
    .update(canonicalJson(answers.map(({ number, digest, evidence }) => [number, digest, ...evidence.toSorted()])))
    .digest('hex');
}
