import type { Verdict } from '@/domain/gap';
import type { ReviewItem } from './review-data';

/** What is chosen or typed about one item and not saved yet; a part is undefined while it stands as saved. */
export interface JudgeDraft {
  /** With the version that it started from: a newer one by somebody else is shown, not overwritten. Null takes it back. */
  verdict?: { value: Verdict | null; reason: string; version: number } | undefined;
  comment?: { text: string; version: number } | undefined;
  note?: string | undefined;
}

/** By item. The screen keeps them, so that moving between items loses nothing. */
export type JudgeDrafts = ReadonlyMap<string, JudgeDraft>;

/** The viewer's own verdict while it differs from what stands. */
export function openVerdict(item: ReviewItem, draft: JudgeDraft): NonNullable<JudgeDraft['verdict']> | null {
  const { verdict } = draft;
  if (!verdict) return null;
  const same = verdict.value === (item.verdict?.value ?? null) && verdict.reason === (item.verdict?.reason ?? '');
  return same ? null : verdict;
}

/** Somebody else's verdict came first: both are shown before the viewer's may replace it. */
export function verdictOvertaken(item: ReviewItem, draft: JudgeDraft): boolean {
  const mine = openVerdict(item, draft);
  return mine !== null && item.verdictVersion > mine.version;
}
