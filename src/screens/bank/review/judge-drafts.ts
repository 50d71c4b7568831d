/** What is typed about one item and not saved yet; a part is undefined while it stands as saved. */
export interface JudgeDraft {
  reason?: string | undefined;
  /** With the version that the typing started from: a newer one by somebody else is shown, not overwritten. */
  comment?: { text: string; version: number } | undefined;
  note?: string | undefined;
}

/** By item. The screen keeps them, so that moving between items loses nothing. */
export type JudgeDrafts = ReadonlyMap<string, JudgeDraft>;
