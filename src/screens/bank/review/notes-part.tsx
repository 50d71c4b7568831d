'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { IconLock } from '@/ui/icons';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import type { JudgeDraft } from './judge-drafts';
import type { Review, ReviewItem } from './review-data';

/** 行内限り: notes of every round, which no vendor sees. Added to, never changed. */
export function NotesPart(props: {
  review: Review;
  item: ReviewItem;
  draft: JudgeDraft;
  onDraft: (part: JudgeDraft) => void;
  change: (work: () => Promise<unknown>) => Promise<boolean>;
}) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { review, item, onDraft } = props;
  const [busy, setBusy] = useState(false);
  const note = props.draft.note ?? '';
  const save = async () => {
    setBusy(true);
    const kept = await props.change(() =>
      client.bank.reviews.note.mutate({
        assessmentId: review.head.assessmentId,
        roundId: review.round?.id ?? '',
        itemId: item.itemId,
        body: note,
      }),
    );
    if (kept) onDraft({ note: undefined });
    setBusy(false);
  };
  return (
    <Section id="notes" title={t('notes')} className="mt16">
      {item.notes.map((each) => (
        <div key={each.id} className="cmt mt8">
          <p>
            <b>{each.by}</b> <Tag icon={<IconLock />}>{t('internal')}</Tag>
          </p>
          <p className="keep">{each.body}</p>
          <p className="sub">{formatInstant(each.at, locale)}</p>
        </div>
      ))}
      {review.may.note ? (
        <div className="mt8">
          <TextArea
            label={t('noteBody')}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={(event) => onDraft({ note: event.target.value })}
          />
          <Button
            size="sm"
            className="mt8"
            busy={busy}
            disabledReason={note.trim() === '' ? t('noteFirst') : undefined}
            onClick={() => void save()}
          >
            {t('saveNote')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
