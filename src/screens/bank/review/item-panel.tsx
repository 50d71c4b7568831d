'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, formatPromised, type Locale } from '@/domain/date-format';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { Button } from '@/ui/button';
import { Diff } from '@/ui/diff';
import { IconChevronDown, IconChevronUp } from '@/ui/icons';
import { Section } from '@/ui/section';
import { GapMark } from '../gaps/gap-mark';
import type { ReviewItem } from './review-data';
import { VerdictMark } from './verdict-mark';

/** One item: the printed text, the claim as submitted, what changed since the last round, the promise, the bank's own answer. */
export function ItemPanel(props: {
  item: ReviewItem;
  campaignId: string;
  assessmentId: string;
  onMove: (step: 1 | -1) => void;
}) {
  const t = useTranslations('bank.review');
  const answeredBy = useTranslations('states.answeredBy');
  const locale = useLocale() as Locale;
  const linesOf = useAnswerLines();
  const { item } = props;
  const { vendor, previous, commitment, bank } = item;
  const textOf = (content: Parameters<typeof linesOf>[0]) =>
    linesOf(content)
      .map(({ label, text }) => t('line', { label, text }))
      .join('\n');
  return (
    <div className="mid">
      <div className="row between nowrap top">
        <div>
          <p className="sub">
            {t('itemHead', { number: item.number, who: answeredBy(item.answeredBy) })}{' '}
            <span lang="ja">{item.category}</span>
          </p>
          <h2 className="obj" id={`review-${item.itemId}`} tabIndex={-1} lang="ja">
            {item.objective}
          </h2>
        </div>
        <span className="row nowrap">
          <Button look="neutral" iconOnly icon={<IconChevronUp />} onClick={() => props.onMove(-1)}>
            {t('key.K')}
          </Button>
          <Button look="neutral" iconOnly icon={<IconChevronDown />} onClick={() => props.onMove(1)}>
            {t('key.J')}
          </Button>
        </span>
      </div>
      <section className="cl2" aria-label={t('checklistText')}>
        <ChecklistText item={item.item} headingLevel={3} />
      </section>
      {vendor ? (
        <Section id="claim" title={t('claim')} className="mt16">
          <p className="sub">
            {t('writtenBy', {
              name: vendor.by,
              at: formatInstant(vendor.at, locale),
              late: vendor.afterDue ? 'yes' : 'no',
            })}
          </p>
          {previous?.content ? (
            <>
              <p className="row mt8">
                {t('earlier', { number: previous.roundNumber })} <AnswerMark status={previous.content.status} />
              </p>
              <Diff before={textOf(previous.content)} after={textOf(vendor.content)} className="read keep" />
            </>
          ) : (
            <AnswerRead content={vendor.content} />
          )}
          {previous ? (
            <p className="row mt8 sub">
              {t('lastVerdict')} <VerdictMark verdict={previous.verdict} /> {previous.reason} {previous.comment}
            </p>
          ) : null}
        </Section>
      ) : null}
      {item.gap ? (
        <Section id="promise" title={t('promise')} className="mt16" actions={<GapMark state={item.gap} />}>
          {commitment ? (
            <p className="keep">
              {t('promised', {
                measure: commitment.measure,
                by: formatPromised(commitment.promised, locale),
                person: commitment.person,
              })}
            </p>
          ) : (
            <p>{t('nothingPromised')}</p>
          )}
        </Section>
      ) : null}
      {bank ? (
        <Section
          id="own"
          title={t('ownAnswer')}
          className="mt16"
          actions={
            <Link
              href={`/campaigns/${props.campaignId}/bank-answers?assessment=${props.assessmentId}`}
              prefetch={false}
            >
              {t('override')}
            </Link>
          }
        >
          <p className="sub">{t(`standing.${bank.standing}`)}</p>
          <AnswerRead content={bank.approved?.content ?? bank.content} />
        </Section>
      ) : null}
    </div>
  );
}
