'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { standingRound } from '@/domain/returned-round';
import { Notice } from '@/ui/notice';
import type { WorkspaceData } from './workspace-data';

/** Why nothing can be written, what the bank asks for after a return, or that what is saved now is 期限後. */
export function StandingNotice({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.workspace.standing');
  const refusals = useTranslations('refusals');
  const locale = useLocale() as Locale;
  const [latest] = data.rounds;
  if (data.notWritable === 'assessment-submitted' && latest) {
    return (
      <Notice tone="ok" title={t('submitted', { at: formatInstant(latest.submittedAt, locale) })}>
        <p>{data.mayTakeBack ? t('mayTakeBack') : t('readOnly')}</p>
      </Notice>
    );
  }
  if (data.notWritable !== null) {
    return (
      <Notice tone="warn" title={t('closed')}>
        <p>{refusals(data.notWritable)}</p>
      </Notice>
    );
  }
  const standing = standingRound(data.rounds);
  const back = standing?.state === 'returned' ? standing : null;
  return (
    <>
      {back ? (
        <Notice tone="warn" title={t('returned', { date: formatDeadline(data.dueDate, data.closingTime, locale) })}>
          {back.returnMessage ? <p className="keep">{back.returnMessage}</p> : null}
          <p>{t('returnedHint')}</p>
        </Notice>
      ) : null}
      {data.afterDue ? (
        <Notice tone="warn" title={t('afterDue')}>
          <p>{t('afterDueHint')}</p>
        </Notice>
      ) : null}
    </>
  );
}
