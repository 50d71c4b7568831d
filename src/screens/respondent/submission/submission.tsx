'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { bankNameIn } from '@/domain/bank-name';
import { formatDate, formatDeadline, type Locale } from '@/domain/date-format';
import { Button } from '@/ui/button';
import { Footer } from '@/ui/footer';
import { IconChevronLeft, IconPrint } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { SignedIn } from '../signed-in';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';
import { isAskedFor, isUnmoved, viewsOf } from '../workspace/workspace-view';
import { AnswerSheet } from './answer-sheet';
import { AnswerTotals } from './answer-totals';
import { AttestationForm } from './attestation-form';
import { MissingItems } from './missing-items';
import { Receipt } from './receipt';
import { SecondLooks } from './second-looks';
import { UnmovedItems } from './unmoved-items';
import { UnsentItems } from './unsent-items';
import { useUnsent } from './use-unsent';

/**
 * 提出前の確認: what is missing, what deserves another look, what stands, who submits; after a return only of what is asked.
 * After a submission: its receipt.
 */
export function Submission({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.submission');
  const locale = useLocale() as Locale;
  const [printedAt, setPrintedAt] = useState<Date | null>(null);
  const unsent = useUnsent(data);
  const [latest] = data.rounds;
  const submitted = latest !== undefined && (latest.state === 'submitted' || latest.state === 'approved');
  const isReturn = viewsOf(data).includes('returned');
  const items = isReturn ? data.items.filter(isAskedFor) : data.items;
  const unmoved = items.filter((item) => isUnmoved(item));
  const isDone = (item: WorkspaceItem) => item.missing.length === 0 && !unmoved.includes(item);
  const counts = {
    vendor: data.vendorName,
    total: items.length,
    done: items.filter(isDone).length,
    // Also what was changed beyond what the bank asked for.
    lacking: data.items.filter((item) => item.missing.length > 0).length,
  };
  const standing = counts.lacking > 0 ? 'lacking' : counts.done < counts.total ? 'open' : 'complete';
  return (
    <SignedIn me={data.me}>
      <RespondentBar
        bank={bankNameIn(locale, data.bank)}
        logo={data.bank.logo}
        title={data.campaignName}
        below={
          <>
            {t('dueDate')} <b className="nw">{formatDeadline(data.dueDate, data.closingTime, locale)}</b>
          </>
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
            : isReturn
              ? t(`returned.${standing}`, counts)
              : t(standing === 'lacking' ? 'lacking' : 'complete', counts)}
        </p>
        <div className="sg2 mt16">
          <div>
            {submitted ? (
              <Receipt data={data} round={latest} />
            ) : (
              <>
                <UnsentItems assessmentId={data.assessmentId} items={unsent} />
                <MissingItems data={data} />
                <UnmovedItems assessmentId={data.assessmentId} items={unmoved} />
                <SecondLooks data={data} items={items} />
                <AttestationForm
                  data={data}
                  asOf={formatDate(data.referenceDate, locale)}
                  lacking={counts.lacking}
                  unsent={unsent.length}
                  asked={isReturn ? counts.total : null}
                  unmoved={unmoved.map((item) => item.number)}
                  print={
                    <Button
                      look="neutral"
                      size="lg"
                      icon={<IconPrint />}
                      busy={printedAt !== null}
                      onClick={() => setPrintedAt(new Date())}
                    >
                      {t('sheet.print')}
                    </Button>
                  }
                />
              </>
            )}
          </div>
          <AnswerTotals
            title={isReturn ? t('returned.totals') : t('totals')}
            items={items}
            evidence={data.evidence}
            isDone={isDone}
          />
        </div>
        <Footer>
          <span>
            {t('contact', {
              bank: bankNameIn(locale, data.bank),
              department: (locale === 'en' && data.bank.departmentEn) || data.bank.department,
            })}{' '}
            <span className="nw">{data.bank.telephone}</span>
          </span>
        </Footer>
        {printedAt ? <AnswerSheet data={data} at={printedAt} onPrinted={() => setPrintedAt(null)} /> : null}
      </main>
    </SignedIn>
  );
}
