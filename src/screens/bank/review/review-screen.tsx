'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import type { Verdict } from '@/domain/gap';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DefinitionList } from '@/ui/definition-list';
import { LiveRegion } from '@/ui/live-region';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { ProgressBar } from '@/ui/progress-bar';
import { AssessmentMark } from '../campaigns/state-marks';
import { ItemList } from './item-list';
import { ItemPanel } from './item-panel';
import type { JudgeDraft, JudgeDrafts } from './judge-drafts';
import { JudgePanel } from './judge-panel';
import { ReviewActions } from './review-actions';
import { isJudged, type Review } from './review-data';
import { RoundHistory } from './round-history';
import { useReviewKeys } from './use-review-keys';

/** 審査: one submission, item by item — the printed text, the answer, what changed, the promise, the verdict. */
export function ReviewScreen({ review }: { review: Review }) {
  const t = useTranslations('bank.review');
  const verdicts = useTranslations('states.verdict');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { head, round, items, may, progress } = review;
  const [shown, setShown] = useState(items.map((item) => item.itemId));
  const [openId, setOpenId] = useState(
    () => (items.find((item) => isJudged(item) && item.verdict === null) ?? items[0])?.itemId ?? '',
  );
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [drafts, setDrafts] = useState<JudgeDrafts>(new Map());
  const keepDraft = (itemId: string, part: JudgeDraft) =>
    setDrafts((before) => new Map(before).set(itemId, { ...before.get(itemId), ...part }));
  const arrived = useRef(false);
  const current = items.find((item) => item.itemId === openId);

  useEffect(() => {
    if (arrived.current) document.getElementById(`review-${openId}`)?.focus();
    arrived.current = true;
  }, [openId]);

  const move = (step: 1 | -1) => {
    // By position, since the open item may have left the filter when it was judged.
    const at = items.findIndex((item) => item.itemId === openId);
    const listed = items.filter((item) => shown.includes(item.itemId));
    const next =
      step === 1
        ? listed.find((item) => items.indexOf(item) > at)
        : listed.findLast((item) => items.indexOf(item) < at);
    if (next) setOpenId(next.itemId);
  };
  /** Runs a change, then reads the whole anew; what was typed stays where it is. */
  const change = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null);
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      setFailure(error);
      router.refresh();
      return false;
    }
  };
  const judge = (judged: readonly { itemId: string; verdict: Verdict | null; reason: string; version: number }[]) =>
    change(async () => {
      if (!round) return;
      await client.bank.reviews.judge.mutate({
        assessmentId: head.assessmentId,
        roundId: round.id,
        judgements: [...judged],
      });
      const [only] = judged;
      setSaid(only?.verdict ? t('judgedAs', { verdict: verdicts(only.verdict), count: judged.length }) : t('unjudged'));
    });
  const judgeCurrent = async (verdict: Verdict, reason: string) => {
    if (!current || !may.judge || !isJudged(current)) return false;
    const { itemId, verdictVersion: version } = current;
    const judged = await judge([{ itemId, verdict, reason, version }]);
    // Saved now: from here on the item's own reason shows, also when a colleague changes it.
    if (judged) keepDraft(itemId, { reason: undefined });
    return judged;
  };
  useReviewKeys({
    j: () => move(1),
    k: () => move(-1),
    '1': () => void judgeCurrent('accepted', current?.verdict?.reason ?? ''),
    '2': () => document.querySelector<HTMLInputElement>('input[name="verdict"][value="insufficient"]')?.click(),
    '3': () => void judgeCurrent('check', current?.verdict?.reason ?? ''),
  });
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('campaigns'), href: '/campaigns' },
          { label: head.campaignName, href: `/campaigns/${head.campaignId}` },
          { label: head.vendorName },
        ]}
      />
      <PageHead
        title={head.vendorName}
        state={<AssessmentMark state={head.state} />}
        below={
          <DefinitionList
            look="inline"
            items={[
              { key: 'service', term: t('service'), value: head.serviceName },
              { key: 'due', term: t('dueDate'), value: formatDeadline(head.dueDate, head.closingTime, locale) },
              ...(round
                ? [
                    {
                      key: 'submitted',
                      term: t('submitted'),
                      value: t('submittedBy', {
                        at: formatInstant(round.submittedAt, locale),
                        name: round.submitterName,
                        title: round.submitterTitle,
                        late: round.afterDue ? 'yes' : 'no',
                      }),
                    },
                    {
                      key: 'judged',
                      term: t('judged'),
                      value: (
                        <ProgressBar
                          done={progress.judged}
                          total={progress.toJudge}
                          text={t('ofAll', { done: progress.judged, all: progress.toJudge })}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        }
        actions={<ReviewActions review={review} change={change} />}
      />
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <LiveRegion text={said} />
      {round === null ? (
        <BeforeSubmission review={review} />
      ) : (
        <>
          <div className="tri">
            <ItemList
              review={review}
              openId={openId}
              onOpen={setOpenId}
              onShown={setShown}
              onJudgeAll={(list) => void judge(list)}
            />
            {current ? (
              <ItemPanel item={current} assessmentId={head.assessmentId} campaignId={head.campaignId} onMove={move} />
            ) : null}
            {current ? (
              <JudgePanel
                key={current.itemId}
                review={review}
                item={current}
                draft={drafts.get(current.itemId) ?? {}}
                onDraft={(part) => keepDraft(current.itemId, part)}
                onJudge={judgeCurrent}
                onUnjudge={() =>
                  judge([{ itemId: current.itemId, verdict: null, reason: '', version: current.verdictVersion }])
                }
                change={change}
              />
            ) : null}
          </div>
          <section className="keys" aria-label={t('keys')}>
            {(['J', 'K', '1', '2', '3'] as const).map((key) => (
              <span key={key}>
                <kbd className="kbd">{key}</kbd> {t(`key.${key}`)}
              </span>
            ))}
          </section>
        </>
      )}
      <RoundHistory review={review} />
    </>
  );
}

/** Before a submission the bank sees how much is answered, never what. */
function BeforeSubmission({ review }: { review: Review }) {
  const t = useTranslations('bank.review.before');
  const locale = useLocale() as Locale;
  const { head } = review;
  return (
    <Notice tone="info" title={t('title')} className="mt16">
      <ProgressBar
        done={head.answeredCount}
        total={head.itemCount}
        text={t('answered', { done: head.answeredCount, all: head.itemCount })}
      />
      <p>
        {head.lastActivityAt ? t('lastActivity', { at: formatInstant(head.lastActivityAt, locale) }) : t('noActivity')}
      </p>
      {head.contact ? (
        <p>
          {t('contact', {
            name: head.contact.name,
            address: head.contact.address,
            at: formatInstant(head.contact.issuedAt, locale),
          })}
        </p>
      ) : null}
    </Notice>
  );
}
