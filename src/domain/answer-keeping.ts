import { type AnswerContent, missingIn, sameContent } from './answer';

export type KeepStanding = 'new' | 'replaces' | 'same' | 'older';

/**
 * What saving an answer to the master would do: add one, replace an older one, repeat what stands, or replace a newer
 * one, which nobody does without saying so.
 */
export function keepStanding(
  offered: { content: AnswerContent; answeredAt: Date },
  kept: { content: AnswerContent; answeredAt: Date } | null,
): KeepStanding {
  if (kept === null) return 'new';
  if (sameContent(offered.content, kept.content)) return 'same';
  return offered.answeredAt < kept.answeredAt ? 'older' : 'replaces';
}

/** An answer is kept along with others only if none of its texts is missing; the files of one bank are no part of it. */
export function isWhole(asked: { namedData?: readonly string[] | undefined }, content: AnswerContent): boolean {
  return missingIn(content, { namedData: asked.namedData }, true).length === 0;
}
