'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { DownloadButton } from '@/ui/download-button';
import { Footer } from '@/ui/footer';
import { IconChevronLeft } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { Section } from '@/ui/section';
import type { WorkspaceData } from '../workspace/workspace-data';
import { FormBack } from './form-back';
import type { FormData } from './form-data';

/** Excelで回答: the form to take away, the way back in, and what a returned one would change. */
export function FormExchange({ data, form }: { data: WorkspaceData; form: FormData }) {
  const t = useTranslations('respondent.form');
  const locale = useLocale() as Locale;
  const writable = data.notWritable === null;
  return (
    <>
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
        <Section id="take" title={t('take')} className="mt24">
          <p className="read">{t('takeText', { count: data.items.length })}</p>
          <div className="mt8">
            <DownloadButton action={`/api/assessments/${data.assessmentId}/form`}>{t('download')}</DownloadButton>
          </div>
        </Section>
        <FormBack assessmentId={data.assessmentId} waiting={form.waiting} writable={writable} />
        {form.earlier.length > 0 ? (
          <Section id="earlier" title={t('earlier')} className="mt32">
            <ul className="plain">
              {form.earlier.map(({ uploadId, fileName, uploadedAt, state, sha256 }) => (
                <li key={uploadId} className="mt8">
                  <p>{t('earlierLine', { file: fileName, at: formatInstant(uploadedAt, locale), state })}</p>
                  <p className="sub">
                    SHA-256 <code className="wrap">{sha256}</code>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Footer />
      </main>
    </>
  );
}
