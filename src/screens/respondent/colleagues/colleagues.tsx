'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { IconChevronLeft } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { RespondentBar } from '@/ui/respondent-bar';
import { Section } from '@/ui/section';
import { SignedIn } from '../signed-in';
import type { WorkspaceData } from '../workspace/workspace-data';
import { AskForm } from './ask-form';
import type { Asked } from './colleague-data';
import { ColleagueLine } from './colleague-line';

/** 担当依頼: whom the lead asked for which items and how far they are, and asking another. `chosen`: a 通番 to begin with. */
export function Colleagues(props: { data: WorkspaceData; asked: Asked; chosen: string | null }) {
  const t = useTranslations('respondent.colleagues');
  const locale = useLocale() as Locale;
  const { data, asked } = props;
  const { colleagues, asking } = asked;
  const writable = data.notWritable === null;
  return (
    <SignedIn me={data.me}>
      <RespondentBar
        bank={bankNameIn(locale, data.bank)}
        logo={data.bank.logo}
        title={data.campaignName}
        end={
          <span className="nw hide-s">
            {t('dueDate')} <b>{formatDeadline(data.dueDate, data.closingTime, locale)}</b>
          </span>
        }
      />
      <main id="main" className="sp" tabIndex={-1}>
        <p>
          <Link className="row" href={`/respond/${data.assessmentId}`} prefetch={false}>
            <IconChevronLeft className="s16" />
            {t('back')}
          </Link>
        </p>
        <h1>{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        {asking.length === 0 ? null : (
          <Notice tone="warn" className="mt16" title={t('linkAsked')}>
            <ul>
              {asking.map(({ name, address, askedAt }) => (
                <li key={address}>{t('linkAskedBy', { name, address, at: formatInstant(askedAt, locale) })}</li>
              ))}
            </ul>
            {writable ? <p>{t('linkAskedHint')}</p> : null}
          </Notice>
        )}
        <Section id="asked" title={t('asked', { count: colleagues.length })} className="mt24">
          {colleagues.length === 0 ? (
            <p className="sub mt8">{t('nobody')}</p>
          ) : (
            <ul className="plain mt8">
              {colleagues.map((colleague) => (
                <ColleagueLine key={colleague.invitationId} data={data} colleague={colleague} />
              ))}
            </ul>
          )}
        </Section>
        {writable ? <AskForm data={data} colleagues={colleagues} chosen={props.chosen} /> : null}
      </main>
    </SignedIn>
  );
}
