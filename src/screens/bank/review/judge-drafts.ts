import type { ReviewItem } from './review-data';

/** What is typed about one item and not saved yet. It stays while the reviewer moves between items. */
export interface JudgeDraft {
  reason: string;
  comment: string;
  /** The version of the comment that the typing started from: a newer one by somebody else is shown, not overwritten. */
  commentVersion: number;
  note: string;
}

export type JudgeDrafts = Map<string, JudgeDraft>;

/** The draft of an item, or what is saved of it. */
export function draftOf(drafts: JudgeDrafts, item: ReviewItem): JudgeDraft {
  return (
    drafts.get(item.itemId) ?? {
      reason: item.verdict?.reason ?? '',
      comment: item.comment?.body ?? '',
      commentVersion: item.commentVersion,
      note: '',
    }
  );
}
