'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { TextArea } from '@/ui/text-area';
import type { JudgeDraft } from './judge-drafts';
import type { Review, ReviewItem } from './review-data';

/** Where C puts the cursor. */
export const COMMENT_FIELD = 'review-comment';

/** The word to the vendor: what was said in the round before, the vendor's reply, and what is said now. */
export function CommentPart(props: {
  review: Review;
  item: ReviewItem;
  draft: JudgeDraft;
  onDraft: (part: JudgeDraft) => void;
  change: (work: () => Promise<unknown>) => Promise<boolean>;
}) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { review, item, draft, onDraft } = props;
  const [busy, setBusy] = useState(false);
  const comment = draft.comment?.text ?? item.comment?.body ?? '';
  const version = draft.comment?.version ?? item.commentVersion;
  const overtaken =
    draft.comment !== undefined && item.commentVersion > draft.comment.version && item.comment?.body !== comment;
  const save = async () => {
    setBusy(true);
    await props.change(async () => {
      await client.bank.reviews.comment.mutate({
        assessmentId: review.head.assessmentId,
        roundId: review.round?.id ?? '',
        itemId: item.itemId,
        body: comment,
        version,
      });
      onDraft({ comment: undefined });
    });
    setBusy(false);
  };
  return (
    <Section id="comment" title={t('comment')} className="mt16">
      <Conversation item={item} />
      {review.may.comment ? (
        <>
          {overtaken ? (
            <Notice
              tone="warn"
              live="assertive"
              title={t('overtaken', { name: item.comment?.by ?? '' })}
              actions={
                <>
                  <Button size="sm" onClick={() => onDraft({ comment: undefined })}>
                    {t('takeTheirs')}
                  </Button>
                  <Button
                    size="sm"
                    onClick={() => onDraft({ comment: { text: comment, version: item.commentVersion } })}
                  >
                    {t('keepMine')}
                  </Button>
                </>
              }
            >
              <p className="keep">{item.comment?.body || t('noComment')}</p>
            </Notice>
          ) : null}
          <TextArea
            id={COMMENT_FIELD}
            label={t('commentBody')}
            hint={t('commentHint')}
            rows={3}
            maxLength={4000}
            value={comment}
            onChange={(event) => onDraft({ comment: { text: event.target.value, version } })}
          />
          <Button size="sm" className="mt8" busy={busy} onClick={() => void save()}>
            {t('saveComment')}
          </Button>
        </>
      ) : (
        <p className="keep">{item.comment?.body ?? t('noComment')}</p>
      )}
      {item.comment ? (
        <p className="sub mt4">
          {t(item.comment.released ? 'released' : 'unreleased', {
            name: item.comment.by,
            at: formatInstant(item.comment.at, locale),
          })}
        </p>
      ) : null}
    </Section>
  );
}

/** The comment of the round before and the vendor's reply, also to a verdict alone; nothing where nothing was said. */
function Conversation({ item }: { item: ReviewItem }) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  const { previous } = item;
  if (!previous?.comment && !previous?.reply) return null;
  return (
    <div className="said">
      {previous.comment ? (
        <div className="cmt">
          <p>
            <b>{t('earlierComment', { number: previous.roundNumber })}</b>
          </p>
          <p className="keep">{previous.comment}</p>
        </div>
      ) : null}
      <div className="cmt mt8">
        <p>
          <b>{t('reply')}</b>
        </p>
        {previous.reply ? (
          <>
            <p className="keep">{previous.reply.body}</p>
            <p className="sub">{t('by', { name: previous.reply.by, at: formatInstant(previous.reply.at, locale) })}</p>
          </>
        ) : (
          <p className="sub">{t('noReply')}</p>
        )}
      </div>
    </div>
  );
}
