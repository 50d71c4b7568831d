import { createHash } from 'node:crypto';
import type { AnswerContent } from './answer';
import { canonicalJson } from './canonical-json';

/** SHA-256 (hex) of the answer's canonical text. */
export function answerDigest(content: AnswerContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
