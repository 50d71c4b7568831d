'use client';

import { useTranslations } from 'next-intl';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { CommentPart } from './comment-part';
import { ItemHistory } from './item-history';
import type { JudgeDraft } from './judge-drafts';
import { NotesPart } from './notes-part';
import { ItemQuestions } from './questions-section';
import { type Change, isJudged, type Review, type ReviewItem } from './review-data';
import { ReviewStamps } from './review-stamps';
import type { Judging } from './use-judging';
import { VerdictPart } from './verdict-part';

/** The verdict, the word to the vendor, what stays inside the bank — each saved by its own button — and the item's past. */
export function JudgePanel(props: {
  review: Review;
  item: ReviewItem;
  judging: Judging;
  texts: SealedTexts;
  change: Change;
}) {
  const t = useTranslations('bank.review');
  const { review, item, judging, change } = props;
  const draft = judging.draftOf(item.itemId);
  const onDraft = (part: JudgeDraft) => judging.keep(item.itemId, part);
  return (
    <aside className="right" aria-label={t('verdict')}>
      <ItemQuestions review={review} item={item} texts={props.texts} change={change} />
      {isJudged(item) && item.vendor ? (
        <>
          <VerdictPart review={review} item={item} judging={judging} />
          <CommentPart review={review} item={item} draft={draft} onDraft={onDraft} change={change} />
          <NotesPart review={review} item={item} draft={draft} onDraft={onDraft} change={change} />
          <ItemHistory review={review} item={item} />
        </>
      ) : null}
      <ReviewStamps review={review} />
    </aside>
  );
}
