'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { bankNameIn } from '@/domain/bank-name';
import { formatDate, formatDeadline, type Locale } from '@/domain/date-format';
import { IconChevronLeft } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { categoriesOf, type WorkspaceData } from '../workspace/workspace-data';
import { isUnmoved } from '../workspace/workspace-view';
import { AnswerTotals } from './answer-totals';
import { AttestationForm } from './attestation-form';
import { MissingItems } from './missing-items';
import { Receipt } from './receipt';
import { UnmovedItems } from './unmoved-items';

/** 提出前の確認: what is missing, what stands, who submits. After a submission: its receipt. */
export function Submission({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.submission');
  const locale = useLocale() as Locale;
  const [latest] = data.rounds;
  const submitted = latest !== undefined && (latest.state === 'submitted' || latest.state === 'approved');
  const done = data.items.filter((item) => item.missing.length === 0).length;
  const lacking = data.items.length - done;
  const unmoved = data.items.filter((item) => isUnmoved(item));
  return (
    <>
      <RespondentBar
        bank={bankNameIn(locale, data.bank)}
        title={data.campaignName}
        end={
          <span className="nw">
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
        <h1>{submitted ? t('receiptTitle') : t('title')}</h1>
        <p className="read">
          {submitted
            ? t('submittedLead', { vendor: data.vendorName })
            : lacking > 0
              ? t('lacking', { vendor: data.vendorName, total: data.items.length, done, lacking })
              : t('complete', { vendor: data.vendorName, total: data.items.length })}
        </p>
        <div className="sg2 mt16">
          <div>
            {submitted ? (
              <Receipt data={data} round={latest} />
            ) : (
              <>
                <MissingItems data={data} />
                <UnmovedItems assessmentId={data.assessmentId} items={unmoved} />
                <AttestationForm
                  data={data}
                  asOf={formatDate(data.referenceDate, locale)}
                  lacking={lacking}
                  unmoved={unmoved.map((item) => item.number)}
                />
              </>
            )}
          </div>
          <AnswerTotals categories={categoriesOf(data.items)} />
        </div>
      </main>
    </>
  );
}
