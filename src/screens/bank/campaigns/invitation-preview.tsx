'use client';

import { createTranslator, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatDeadline, type Locale } from '@/domain/date-format';
import en from '@/messages/en/mails.json' with { type: 'json' };
import ja from '@/messages/ja/mails.json' with { type: 'json' };
import type { CampaignDraft } from './campaign-data';

const MAILS: Record<Locale, typeof ja> = { ja, en };

/** How the invitation begins in one language: subject, salutation, greeting, and the request as it will be worded. */
export function InvitationPreview(props: { draft: CampaignDraft; language: Locale; text: string }) {
  const t = useTranslations('bank.campaigns.wizard.texts');
  const { draft, language, text } = props;
  const mail = useMemo(() => createTranslator({ locale: language, messages: MAILS[language] }), [language]);
  const { bank, closingTime, fiscalYear, waves } = draft;
  const [first] = waves;
  const english = language === 'en';
  const values = {
    bank: english && bank.nameEn !== '' ? bank.nameEn : bank.name,
    department: english && bank.departmentEn !== '' ? bank.departmentEn : bank.department,
    self: bank.selfTerm,
    due: first ? formatDeadline(first.dueDate, closingTime, language) : '',
    fiscalYear: String(fiscalYear),
    carriedOver: 'no',
  };
  const request = text.trim() === '' ? mail('invitation.request', values) : text.trim();
  return (
    <figure>
      <figcaption className="l">{t('preview')}</figcaption>
      <div className="panel read" lang={language}>
        <p>
          <b>{mail('invitation.subject', values)}</b>
        </p>
        <p className="mt8">{mail('salutation.vendor', { vendor: t('sampleVendor') })}</p>
        <p className="mt8">{mail('invitation.greeting', values)}</p>
        <p className="mt8 keep">{request}</p>
      </div>
    </figure>
  );
}
