import { createHash } from 'node:crypto';

/** What starts a line of its own in an answer's history: a form that was taken in, or the way out of a collision. */
export const OWN_LINES = ['form', 'resolution'] as const;
export type OwnLine = (typeof OWN_LINES)[number];

/**
 * The sitting under which such a revision stands instead of its person's: told from the revision's id alone, by whoever
 * reads it, and shared with no other revision. What the same sitting had written before stays a line.
 */
export function ownSitting(revisionId: string, line: OwnLine): string {
  const hash = createHash('sha256').update(`${line} ${revisionId}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Null for a revision of a person's plain sitting. */
export function ownLineOf({ id, sitting }: { id: string; sitting: string }): OwnLine | null {
  return OWN_LINES.find((line) => ownSitting(id, line) === sitting) ?? null;
}
