'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Notice } from '@/ui/notice';
import type { CampaignView } from './campaign-data';

/** The campaign's mails that need a look, and what to do about them. Nothing when all is well. */
export function MailTrouble({ campaign, mayReissue }: { campaign: CampaignView; mayReissue: boolean }) {
  const t = useTranslations('bank.campaigns.trouble');
  const kinds = useTranslations('states.mailKind');
  const locale = useLocale() as Locale;
  const { total, mails } = campaign.troubled;
  if (total === 0) return null;
  return (
    <Notice tone="bad" title={t('title', { count: total })} className="mt16">
      <ul>
        {mails.map((mail) => (
          <li key={mail.mailId}>
            <Link href={`/campaigns/${campaign.id}/assessments/${mail.assessmentId}`} prefetch={false}>
              {mail.vendorName}
            </Link>{' '}
            {t(mail.state === 'failed' ? 'bounced' : 'doubtful', {
              kind: kinds(mail.kind),
              name: mail.recipientName,
              at: formatInstant(mail.at, locale),
              code: mail.failure ?? '',
            })}{' '}
            {mayReissue && campaign.state !== 'closed' ? (
              <Link href={`/campaigns/${campaign.id}/assessments/${mail.assessmentId}?link=new`} prefetch={false}>
                {t('mend')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {total > mails.length ? (
        <p>
          <Link href={`/campaigns/${campaign.id}?filter=trouble`} prefetch={false}>
            {t('more', { count: total - mails.length })}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}
