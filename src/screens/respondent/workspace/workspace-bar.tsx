'use client';

import { useLocale, useTranslations } from 'next-intl';
import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, formatSeconds, type Locale } from '@/domain/date-format';
import type { DeskSnapshot } from '@/screens/checklist/answer-desk';
import { ButtonLink } from '@/ui/button-link';
import { IconPencil, IconSaved, IconUser, IconWarn } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceData } from './workspace-data';

/** Who asks, what, by when; whether everything is saved; and the way to the final check. */
export function WorkspaceBar({ data, snapshot }: { data: WorkspaceData; snapshot: DeskSnapshot }) {
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
            <Saving snapshot={snapshot} />
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

function Saving({ snapshot }: { snapshot: DeskSnapshot }) {
  const t = useTranslations('respondent.workspace');
  const troubled = [...snapshot.cards.values()].some(({ phase }) =>
    ['offline', 'refused', 'collision'].includes(phase),
  );
  if (troubled) return <StatusMark icon={<IconWarn />} label={t('notAllSaved')} tone="bad" emphasis="act" />;
  if (snapshot.unsaved) return <StatusMark icon={<IconPencil />} label={t('savingSoon')} tone="mute" />;
  if (snapshot.lastSavedAt === null) return <StatusMark icon={<IconSaved />} label={t('autosave')} tone="mute" />;
  return (
    <StatusMark icon={<IconSaved />} label={t('autosaved', { time: formatSeconds(snapshot.lastSavedAt) })} tone="ok" />
  );
}
