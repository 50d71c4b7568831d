'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { Section } from '@/ui/section';
import { Timeline } from '@/ui/timeline';
import type { Review } from './review-data';

/** Submissions and decisions of this assessment, newest first. Nothing before the first submission. */
export function RoundHistory({ review }: { review: Review }) {
  const t = useTranslations('bank.review.history');
  const locale = useLocale() as Locale;
  const rounds = [...(review.round ? [review.round] : []), ...review.earlierRounds];
  if (rounds.length === 0) return null;
  const decisions = [...(review.acceptance ? [review.acceptance] : []), ...review.earlierAcceptances];
  const entries = [
    ...rounds.map((round) => ({
      at: round.submittedAt,
      key: round.id,
      text: t('round', {
        number: round.number,
        name: round.submitterName,
        title: round.submitterTitle,
        state: round.state,
      }),
      more: t('receipt', { hash: round.receiptHash }),
    })),
    ...rounds
      .filter((round) => round.returnedAt !== null)
      .map((round) => ({
        at: round.returnedAt ?? round.submittedAt,
        key: `${round.id}-returned`,
        text: t('returned', { number: round.number }),
        more: round.returnMessage ?? '',
      })),
    ...decisions.map((decision) => ({
      at: decision.proposedAt,
      key: decision.id,
      text: t('proposed', { name: decision.proposedBy, number: decision.roundNumber }),
      more: [
        decision.summary,
        decision.conditions && t('conditions', { text: decision.conditions }),
        decision.grade && t('grade', { grade: decision.grade }),
        decision.nextDate && t('nextDate', { date: formatDate(decision.nextDate, locale) }),
      ]
        .filter((line) => line)
        .join(t('joint')),
    })),
    ...decisions
      .filter((decision) => decision.decidedAt !== null)
      .map((decision) => ({
        at: decision.decidedAt ?? decision.proposedAt,
        key: `${decision.id}-decided`,
        text: t('decided', { name: decision.decidedBy ?? '', state: decision.state }),
        more: decision.reason ?? '',
      })),
    ...decisions.flatMap(({ id, reopened }) =>
      reopened
        ? [
            {
              at: reopened.at,
              key: `${id}-reopened`,
              text: t('reopened', { name: reopened.by }),
              more: reopened.reason,
            },
          ]
        : [],
    ),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Section id="history" title={t('title')} className="mt24">
      <Timeline
        entries={entries.map(({ key, at, text, more }) => ({ key, when: formatInstant(at, locale), text, more }))}
      />
    </Section>
  );
}
