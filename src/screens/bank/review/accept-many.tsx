'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { mustBeOpened } from '@/domain/review-delta';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { isJudged, type Review, type ReviewItem } from './review-data';
import type { Judging } from './use-judging';

/**
 * Several accepted at once, each by name: what stands as the bank accepted it before; or, where there is nothing to hold
 * the answers against, those that say 充足. Nothing while neither is left.
 */
export function AcceptMany({ review, judging }: { review: Review; judging: Judging }) {
  const t = useTranslations('bank.review');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const open = review.items.filter((item) => isJudged(item) && item.vendor && item.verdict === null);
  const first = review.head.lastYear === null && review.earlierRounds.length === 0;
  const chosen = first ? open.filter(isPlain) : open.filter((item) => item.delta?.way === 'together');
  const words = first ? 'acceptAll' : 'acceptTogether';
  if (!review.may.judge || (chosen.length === 0 && !asking)) return null;
  const count = chosen.length;
  const confirm = async () => {
    setBusy(true);
    await judging.many(chosen, !first);
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t(words, { count })}
      </Button>
      <ConfirmDialog
        open={asking}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void confirm()}
        title={t(`${words}Title`, { count })}
        description={t(`${words}Text`)}
        rows={chosen.map((item) => ({
          key: item.itemId,
          text: t('row', { number: item.number, objective: item.objective }),
        }))}
        confirmLabel={t(words, { count })}
        cancelLabel={t('cancel')}
      />
    </>
  );
}

const isPlain = (item: ReviewItem) => item.vendor?.content.status === 'met' && !mustBeOpened(item.delta);
