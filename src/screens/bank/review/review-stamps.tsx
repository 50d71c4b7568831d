'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { IconApprove, IconPencil, IconReturn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { Stamps } from '@/ui/stamps';
import type { Review } from './review-data';

/** 検印: who put the round forward and who decided on it. A decision of an earlier round, or one taken back, stamps nothing. */
export function ReviewStamps({ review }: { review: Review }) {
  const t = useTranslations('bank.review.stamps');
  const locale = useLocale() as Locale;
  const { acceptance, head } = review;
  const counts =
    acceptance !== null &&
    acceptance.roundNumber === review.round?.number &&
    (acceptance.state === 'proposed' || acceptance.state === 'approved' || acceptance.state === 'rejected');
  const at = (moment: Date | null) => (moment === null ? t('open') : formatInstant(moment, locale));
  const decided = counts && acceptance.state !== 'proposed';
  return (
    <Section id="stamps" title={t('title')} className="mt16">
      <Stamps
        boxes={[
          {
            key: 'proposed',
            step: t('proposed'),
            icon: counts ? <IconPencil /> : null,
            name: counts ? acceptance.proposedBy : null,
            note: counts ? at(acceptance.proposedAt) : t(head.state === 'in_review' ? 'reviewing' : 'open'),
          },
          {
            key: 'decided',
            step: t('decided'),
            icon: decided ? acceptance.state === 'approved' ? <IconApprove /> : <IconReturn /> : null,
            name: decided ? acceptance.decidedBy : null,
            note: !decided
              ? t('open')
              : acceptance.state === 'approved'
                ? at(acceptance.decidedAt)
                : t('rejected', { at: at(acceptance.decidedAt) }),
          },
        ]}
      />
      <p className="sub mt4">{t('fourEyes')}</p>
    </Section>
  );
}
