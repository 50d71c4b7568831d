'use client';

import { useLocale, useTranslations } from 'next-intl';
import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, type Locale } from '@/domain/date-format';
import { ButtonLink } from '@/ui/button-link';
import { IconUser } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { type Saving, SavingMark } from './saving-mark';
import type { WorkspaceData } from './workspace-data';

/** Who asks, what, by when; whether everything is saved; and the way to the final check. */
export function WorkspaceBar({ data, saving }: { data: WorkspaceData; saving: Saving }) {
  const t = useTranslations('respondent.workspace');
  const locale = useLocale() as Locale;
  return (
    <RespondentBar
      bank={bankNameIn(locale, data.bank)}
      logo={data.bank.logo}
      title={data.campaignName}
      below={
        <>
          {data.vendorName}{' '}
          <span className="nw">
            {t('dueDate')} <b>{formatDeadline(data.dueDate, data.closingTime, locale)}</b>
          </span>{' '}
          <span className="nw hide-s">
            {data.afterDue ? t('afterDue') : t('daysLeft', { days: data.businessDaysLeft })}
          </span>
        </>
      }
      end={
        <>
          <span className="hide-s">
            <SavingMark saving={saving} />
          </span>
          <span className="who hide-s">
            <IconUser className="s20" />
            {data.me.name}
          </span>
          {data.isLead ? (
            <span className="hide-s">
              <ButtonLink look="primary" href={`/respond/${data.assessmentId}/submit`}>
                {data.notWritable === null ? t('toSubmit') : t('toReceipt')}
              </ButtonLink>
            </span>
          ) : null}
        </>
      }
    />
  );
}
