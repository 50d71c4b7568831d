'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { Diff } from '@/ui/diff';
import { IconChevronRight } from '@/ui/icons';
import { Section } from '@/ui/section';
import { Segmented } from '@/ui/segmented';
import { Tag } from '@/ui/tag';
import type { Review, ReviewItem } from './review-data';
import { VerdictMark } from './verdict-mark';

/** 変更を表示 · 今回だけ · 左右に並べる. */
export const CLAIM_VIEWS = ['changes', 'now', 'both'] as const;
export type ClaimView = (typeof CLAIM_VIEWS)[number];

/**
 * The answer as submitted, against the one that the bank approved last — in a first year against the round before — in
 * one of three views; below it what changed since the round before.
 */
export function ClaimSection(props: {
  review: Review;
  item: ReviewItem;
  view: ClaimView;
  onView: (view: ClaimView) => void;
}) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  const { review, item, view } = props;
  const { vendor, previous, lastYear } = item;
  const year = review.head.lastYear;
  if (!vendor) return null;
  const base =
    lastYear && year
      ? { label: t('lastYear', { year: formatFiscalYear(year.fiscalYear, locale) }), content: lastYear.content }
      : previous?.content
        ? { label: t('earlier', { number: previous.roundNumber }), content: previous.content }
        : null;
  const same = base !== null && lastYear?.unchanged === true;
  return (
    <Section
      id="claim"
      title={t('claim')}
      className="mt16"
      actions={
        base ? (
          <Segmented
            label={t('views.label')}
            options={CLAIM_VIEWS.map((each) => ({ value: each, label: t(`views.${each}`) }))}
            value={view}
            onChange={props.onView}
          />
        ) : null
      }
    >
      <p className="sub">
        {t('writtenBy', {
          name: vendor.by,
          at: formatInstant(vendor.at, locale),
          late: vendor.afterDue ? 'yes' : 'no',
        })}
      </p>
      {vendor.reattested ? (
        <p className="row sub mt8">
          <Tag>{t('reattested', { name: vendor.reattested.by, at: formatInstant(vendor.reattested.at, locale) })}</Tag>
        </p>
      ) : null}
      {base ? (
        <p className="row mt8 delta">
          {base.label} <AnswerMark status={base.content.status} /> <IconChevronRight className="s20" /> {t('thisTime')}{' '}
          <AnswerMark status={vendor.content.status} /> <Tag>{same ? t('unchanged') : t('changedByVendor')}</Tag>
        </p>
      ) : null}
      <Claim base={base} content={vendor.content} view={same && view === 'changes' ? 'now' : view} />
      {lastYear && year ? (
        <p className="row mt8 sub">
          {t('verdictThen', { year: formatFiscalYear(year.fiscalYear, locale) })}{' '}
          <VerdictMark verdict={lastYear.verdict} /> {lastYear.takenTogether ? <Tag>{t('takenTogether')}</Tag> : null}
          {lastYear.number === item.number ? null : t('numberThen', { number: lastYear.number })}
        </p>
      ) : null}
      {lastYear && previous?.content ? (
        <>
          <h3 className="mt12">{t('sinceRound', { number: previous.roundNumber })}</h3>
          <Claim
            base={{ label: t('earlier', { number: previous.roundNumber }), content: previous.content }}
            content={vendor.content}
            view="changes"
          />
        </>
      ) : null}
      {previous ? (
        <p className="row mt8 sub">
          {t('lastVerdict', { number: previous.roundNumber })} <VerdictMark verdict={previous.verdict} />{' '}
          {previous.reason}
        </p>
      ) : null}
    </Section>
  );
}

function Claim(props: {
  base: { label: string; content: AnswerContent } | null;
  content: AnswerContent;
  view: ClaimView;
}) {
  const t = useTranslations('bank.review');
  const linesOf = useAnswerLines();
  const { base, content, view } = props;
  const textOf = (of: AnswerContent) =>
    linesOf(of)
      .map(({ label, text }) => t('line', { label, text }))
      .join('\n');
  if (base === null || view === 'now') return <AnswerRead content={content} />;
  if (view === 'changes') {
    return <Diff before={textOf(base.content)} after={textOf(content)} className="read keep" />;
  }
  return (
    <div className="cmp mt8 framed">
      <section aria-label={base.label}>
        <h3>{base.label}</h3>
        <AnswerRead content={base.content} />
      </section>
      <section aria-label={t('thisTime')}>
        <h3>{t('thisTime')}</h3>
        <AnswerRead content={content} />
      </section>
    </div>
  );
}
