'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Notice } from '@/ui/notice';
import type { AssessmentLine, CampaignView } from './campaign-data';

type Mail = AssessmentLine['mails'][number];

/** Bounced, or sent twice at most because a crash left the first copy in doubt. */
export const isTroubled = (mail: Mail) => mail.state === 'failed' || mail.state === 'uncertain' || mail.doubtful;

/** Every mail of the campaign that needs a look, and what to do about it. Nothing when all is well. */
export function MailTrouble({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('bank.campaigns.trouble');
  const kinds = useTranslations('states.mailKind');
  const locale = useLocale() as Locale;
  const troubled = campaign.assessments.flatMap((row) => row.mails.filter(isTroubled).map((mail) => ({ row, mail })));
  if (troubled.length === 0) return null;
  return (
    <Notice tone="bad" title={t('title', { count: troubled.length })} className="mt16">
      <ul>
        {troubled.map(({ row, mail }) => (
          <li key={`${row.id}-${mail.kind}-${mail.dueAt.toISOString()}`}>
            <Link href={`/campaigns/${campaign.id}/assessments/${row.id}`} prefetch={false}>
              {row.vendorName}
            </Link>{' '}
            {t(mail.state === 'failed' ? 'bounced' : 'doubtful', {
              kind: kinds(mail.kind),
              name: mail.recipientName,
              at: formatInstant(mail.sentAt ?? mail.dueAt, locale),
              code: mail.failure ?? '',
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
