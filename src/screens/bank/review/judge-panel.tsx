'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { VERDICTS, type Verdict } from '@/domain/gap';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { IconLock } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { RadioCards } from '@/ui/radio-cards';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import type { JudgeDraft } from './judge-drafts';
import { isJudged, type Review, type ReviewItem } from './review-data';
import { VerdictMark } from './verdict-mark';

const TONES = { accepted: undefined, insufficient: 'bad', check: 'warn' } as const;

/** The verdict, the word to the vendor, and what stays inside the bank — each saved by its own button. */
export function JudgePanel(props: {
  review: Review;
  item: ReviewItem;
  onJudge: (verdict: Verdict, reason: string) => Promise<boolean>;
  onUnjudge: () => Promise<boolean>;
  draft: JudgeDraft;
  onDraft: (part: JudgeDraft) => void;
  change: (work: () => Promise<unknown>) => Promise<boolean>;
}) {
  const t = useTranslations('bank.review');
  const verdicts = useTranslations('states.verdict');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { review, item, change } = props;
  const { may, head, round } = review;
  const [verdict, setVerdict] = useState<Verdict | null>(item.verdict?.value ?? null);
  const { draft } = props;
  const reason = draft.reason ?? item.verdict?.reason ?? '';
  const comment = draft.comment?.text ?? item.comment?.body ?? '';
  const note = draft.note ?? '';
  const overtaken =
    draft.comment !== undefined && item.commentVersion > draft.comment.version && item.comment?.body !== comment;
  const [busy, setBusy] = useState(false);
  // What was judged by key, all at once or by somebody else shows here too; after a refused save the old one again.
  const kept = item.verdict?.value ?? null;
  useEffect(() => setVerdict(kept), [kept]);
  if (!isJudged(item) || !round) return <aside className="right" aria-label={t('verdict')} />;
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const choose = (chosen: Verdict) => {
    setVerdict(chosen);
    // 不足 needs its reason first; the others stand by themselves.
    if (chosen !== 'insufficient') {
      void act(async () => {
        if (!(await props.onJudge(chosen, reason))) setVerdict(kept);
      });
    }
  };
  const place = { assessmentId: head.assessmentId, roundId: round.id, itemId: item.itemId };
  return (
    <aside className="right" aria-label={t('verdict')}>
      {may.judge ? (
        <>
          <RadioCards
            label={t('verdict')}
            name="verdict"
            value={verdict}
            onChange={choose}
            cards={VERDICTS.map((each, index) => ({
              value: each,
              label: verdicts(each),
              text: t(`verdictText.${each}`),
              shortcut: String(index + 1),
              tone: TONES[each],
            }))}
          />
          {verdict === null || verdict === 'accepted' ? null : (
            <div className="mt8">
              <TextArea
                label={t('reason')}
                required={verdict === 'insufficient'}
                rows={2}
                maxLength={4000}
                value={reason}
                onChange={(event) => props.onDraft({ reason: event.target.value })}
              />
              <Button
                size="sm"
                look="primary"
                busy={busy}
                disabledReason={verdict === 'insufficient' && reason.trim() === '' ? t('reasonFirst') : undefined}
                onClick={() => void act(() => props.onJudge(verdict, reason))}
              >
                {t('saveVerdict', { verdict: verdicts(verdict) })}
              </Button>
            </div>
          )}
          {item.verdict ? (
            <Button
              look="quiet"
              size="sm"
              busy={busy}
              onClick={() => {
                setVerdict(null);
                void act(async () => {
                  if (!(await props.onUnjudge())) setVerdict(kept);
                });
              }}
            >
              {t('takeVerdictBack')}
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <h3>{t('verdict')}</h3>
          <VerdictMark verdict={item.verdict?.value ?? null} />
          {item.verdict?.reason ? <p className="keep">{item.verdict.reason}</p> : null}
        </>
      )}
      {item.verdict ? (
        <p className="sub mt4">{t('by', { name: item.verdict.by, at: formatInstant(item.verdict.at, locale) })}</p>
      ) : null}
      <Section id="comment" title={t('comment')} className="mt16">
        {may.comment ? (
          <>
            {overtaken ? (
              <Notice
                tone="warn"
                live="assertive"
                title={t('overtaken', { name: item.comment?.by ?? '' })}
                actions={
                  <>
                    <Button size="sm" onClick={() => props.onDraft({ comment: undefined })}>
                      {t('takeTheirs')}
                    </Button>
                    <Button
                      size="sm"
                      onClick={() => props.onDraft({ comment: { text: comment, version: item.commentVersion } })}
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
              label={t('commentBody')}
              hint={t('commentHint')}
              rows={3}
              maxLength={4000}
              value={comment}
              onChange={(event) =>
                props.onDraft({
                  comment: { text: event.target.value, version: draft.comment?.version ?? item.commentVersion },
                })
              }
            />
            <Button
              size="sm"
              busy={busy}
              onClick={() =>
                void act(() =>
                  change(async () => {
                    await client.bank.reviews.comment.mutate({
                      ...place,
                      body: comment,
                      version: draft.comment?.version ?? item.commentVersion,
                    });
                    props.onDraft({ comment: undefined });
                  }),
                )
              }
            >
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
        {may.note ? (
          <div className="mt8">
            <TextArea
              label={t('noteBody')}
              rows={2}
              maxLength={4000}
              value={note}
              onChange={(event) => props.onDraft({ note: event.target.value })}
            />
            <Button
              size="sm"
              busy={busy}
              disabledReason={note.trim() === '' ? t('noteFirst') : undefined}
              onClick={() =>
                void act(async () => {
                  if (await change(() => client.bank.reviews.note.mutate({ ...place, body: note })))
                    props.onDraft({ note: undefined });
                })
              }
            >
              {t('saveNote')}
            </Button>
          </div>
        ) : null}
      </Section>
    </aside>
  );
}
