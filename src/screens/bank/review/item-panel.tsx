'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatPromised, type Locale } from '@/domain/date-format';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { Button } from '@/ui/button';
import { IconChevronDown, IconChevronUp } from '@/ui/icons';
import { Section } from '@/ui/section';
import { GapMark } from '../gaps/gap-mark';
import { ClaimSection, type ClaimView } from './claim-section';
import { DeltaNote } from './delta-note';
import { EvidenceSection } from './evidence-section';
import { PromiseFact } from './promise-fact';
import type { Review, ReviewItem } from './review-data';

/** One item: the printed text, the claim and its change, last year's promise against it, this year's, the bank's answer. */
export function ItemPanel(props: {
  review: Review;
  item: ReviewItem;
  read: boolean;
  view: ClaimView;
  onView: (view: ClaimView) => void;
  onMove: (step: 1 | -1) => void;
}) {
  const t = useTranslations('bank.review');
  const answeredBy = useTranslations('states.answeredBy');
  const locale = useLocale() as Locale;
  const { review, item } = props;
  const { commitment, bank } = item;
  const { campaignId, assessmentId } = review.head;
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
      <DeltaNote item={item} read={props.read} />
      <section className="cl2" aria-label={t('checklistText')}>
        <ChecklistText item={item.item} headingLevel={3} />
      </section>
      <ClaimSection review={review} item={item} view={props.view} onView={props.onView} />
      <PromiseFact review={review} item={item} />
      <EvidenceSection review={review} item={item} />
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
            <Link href={`/campaigns/${campaignId}/bank-answers?assessment=${assessmentId}`} prefetch={false}>
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
