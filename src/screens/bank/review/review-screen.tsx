'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Verdict } from '@/domain/gap';
import { useSealedTexts } from '@/screens/checklist/use-sealed-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { LiveRegion } from '@/ui/live-region';
import { Notice } from '@/ui/notice';
import { AcceptMany } from './accept-many';
import { BeforeSubmission } from './before-submission';
import { CLAIM_VIEWS, type ClaimView } from './claim-section';
import { COMMENT_FIELD } from './comment-part';
import { focusEvidence } from './evidence-section';
import { ItemList } from './item-list';
import { ItemPanel } from './item-panel';
import { JudgePanel } from './judge-panel';
import { KeysBar } from './keys-bar';
import { LinkRequests } from './link-requests';
import { QuestionsSoFar } from './questions-section';
import { Reopened } from './reopened';
import { ReviewActions } from './review-actions';
import type { Change, Review } from './review-data';
import { ReviewHead } from './review-head';
import { RoundHistory } from './round-history';
import { useJudging } from './use-judging';
import { useReadings } from './use-readings';
import { useReviewKeys, useSingleKeys } from './use-review-keys';
import { useReviewPlace } from './use-review-place';

/** 審査: one submission, item by item — the printed text, the answer, what changed, the promise, the verdict. */
export function ReviewScreen({
  review,
  start,
}: {
  review: Review;
  /** What the address asks for: a filter, words to search for, and the 通番 to open. */
  start: { filter: string | null; number: string | null; words: string; link?: boolean };
}) {
  const router = useRouter();
  const refusalText = useRefusalText();
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [view, setView] = useState<ClaimView>('changes');
  const [keysOpen, setKeysOpen] = useState(false);
  const [keysOn, turnKeys] = useSingleKeys();
  const place = useReviewPlace(review, start);
  const { current } = place;
  const { read, flush } = useReadings(review, current, setFailure);
  const client = useTRPCClient();
  const texts = useSealedTexts(
    review.head.assessmentId,
    async () => (await client.entry.draftsKey.mutate({ audience: 'bank' })).key,
  );
  /** What was typed stays where it is. */
  const change: Change = async (work, shown) => {
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (!shown?.(error)) setFailure(error);
      return false;
    } finally {
      router.refresh();
    }
  };
  const judging = useJudging(review, { change, flush, say: setSaid });
  const move = (step: 1 | -1) => place.move(step, read);
  const choose = (verdict: Verdict) => {
    if (current) void judging.choose(current, verdict);
  };
  useReviewKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      '1': () => choose('accepted'),
      '2': () => choose('insufficient'),
      '3': () => choose('check'),
      c: () => document.getElementById(COMMENT_FIELD)?.focus(),
      e: focusEvidence,
      d: () => setView(CLAIM_VIEWS[(CLAIM_VIEWS.indexOf(view) + 1) % CLAIM_VIEWS.length] ?? 'changes'),
      '?': () => setKeysOpen(true),
      'ctrl+z': () => void judging.undo(),
    },
    keysOn,
  );
  return (
    <>
      <ReviewHead
        review={review}
        actions={<ReviewActions beginWithLink={start.link === true} review={review} change={change} />}
      />
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <LinkRequests review={review} change={change} />
      <Reopened review={review} />
      <LiveRegion text={said} />
      <LiveRegion text={place.said} />
      {review.round === null ? (
        <>
          <BeforeSubmission review={review} />
          <QuestionsSoFar review={review} texts={texts} change={change} />
        </>
      ) : (
        <>
          <div className="tri">
            <ItemList
              review={review}
              view={{ filter: place.filter, words: place.words, read }}
              onFilter={place.setFilter}
              onWords={place.setWords}
              openId={current?.itemId ?? ''}
              onOpen={(itemId) => place.open(itemId, read)}
            >
              <AcceptMany review={review} judging={judging} />
            </ItemList>
            {current ? (
              <ItemPanel
                review={review}
                item={current}
                read={current.read || read.has(current.itemId)}
                view={view}
                onView={setView}
                onMove={move}
              />
            ) : null}
            {current ? (
              <JudgePanel
                key={current.itemId}
                review={review}
                item={current}
                judging={judging}
                texts={texts}
                change={change}
              />
            ) : null}
          </div>
          <KeysBar on={keysOn} onTurn={turnKeys} open={keysOpen} onOpen={setKeysOpen} />
        </>
      )}
      <RoundHistory review={review} />
    </>
  );
}
