import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** What the person who submits states, each on its own: the facts are as of 基準日, they may speak for the company, the bank may keep it. */
export const CONFIRMATIONS = ['facts', 'authority', 'record'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/**
 * The receipt of a submission: SHA-256 (hex) over the items' numbers（通番）and their answers' digests, in the order of
 * the checklist. The vendor can compute it again from what was sent.
 */
export function receiptHashOf(answers: readonly { number: number; digest: string }[]): string {
  return createHash('sha256')
    .update(canonicalJson(answers.map(({ number, digest }) => [number, digest])))
    .digest('hex');
}
