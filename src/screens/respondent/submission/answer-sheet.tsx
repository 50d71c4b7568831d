'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { bankNameIn } from '@/domain/bank-name';
import { formatDate, formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';

const PLAN = ['measure', 'promised', 'person', 'interim'];

/**
 * 回答一覧 on paper, before submission: every answer in the order and columns of the printed form. Never seen on the
 * screen; it asks the browser to print as soon as its letters are there, and is told to go once that is over.
 */
export function AnswerSheet({ data, at, onPrinted }: { data: WorkspaceData; at: Date; onPrinted: () => void }) {
  const t = useTranslations('respondent.submission');
  const label = useTranslations('ui.answer');
  const locale = useLocale() as Locale;
  const printed = useRef(onPrinted);
  printed.current = onPrinted;
  useEffect(() => {
    const over = () => printed.current();
    let wanted = true;
    window.addEventListener('afterprint', over);
    // A letter's font is fetched once it has been laid out.
    const frame = requestAnimationFrame(
      () =>
        void document.fonts.ready.then(() => {
          if (wanted) window.print();
        }),
    );
    return () => {
      wanted = false;
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', over);
    };
  }, []);
  return (
    <section className="sheet" aria-hidden="true" inert>
      <h1>{t('sheet.title')}</h1>
      <p>{t('sheet.lead', { at: formatInstant(at, locale) })}</p>
      <DefinitionList
        look="inline"
        items={[
          { key: 'bank', term: t('paper.bank'), value: bankNameIn(locale, data.bank) },
          {
            key: 'vendor',
            term: t('paper.vendor'),
            value: t('paper.vendorOf', { vendor: data.vendorName, service: data.serviceName }),
          },
          { key: 'campaign', term: t('paper.campaign'), value: data.campaignName },
          { key: 'edition', term: t('paper.edition'), value: data.editionTitle },
          { key: 'reference', term: t('paper.referenceDate'), value: formatDate(data.referenceDate, locale) },
          { key: 'due', term: t('dueDate'), value: formatDeadline(data.dueDate, data.closingTime, locale) },
        ]}
      />
      <DataTable
        caption={t('sheet.title')}
        rows={data.items}
        rowKey={(item) => item.itemId}
        columns={[
          { key: 'number', head: t('paper.number'), cell: (item) => item.number, className: 'c' },
          { key: 'category', head: t('category'), cell: (item) => <span lang="ja">{item.category}</span> },
          {
            key: 'objective',
            head: t('paper.item'),
            cell: (item) => <span lang="ja">{item.item.objective}</span>,
            rowHead: true,
          },
          {
            key: 'status',
            head: label('status'),
            cell: (item) => <AnswerMark status={item.content.status} />,
            className: 'nw',
          },
          {
            key: 'current',
            head: label('current'),
            cell: (item) => <Lines item={item} keys={isFact} bare="current" />,
          },
          {
            key: 'plan',
            head: label('plan'),
            cell: (item) => <Lines item={item} keys={(key) => PLAN.includes(key)} bare="measure" />,
          },
          {
            key: 'remarks',
            head: t('sheet.remarks'),
            cell: (item) => (
              <>
                <Lines item={item} keys={(key) => key === 'remarks'} bare="remarks" />
                {data.evidence
                  .filter((file) => file.itemIds.includes(item.itemId))
                  .map((file) => (
                    <p key={file.evidenceId}>{file.fileName}</p>
                  ))}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

const isFact = (key: string) => key !== 'status' && key !== 'remarks' && !PLAN.includes(key);

/** The parts of an answer that belong into one column, each by its label but for the one that the column is named after. */
function Lines(props: { item: WorkspaceItem; keys: (key: string) => boolean; bare: string }) {
  const linesOf = useAnswerLines();
  return linesOf(props.item.content)
    .filter(({ key }) => props.keys(key))
    .map(({ key, label, text }) => (
      <p key={key} className="keep">
        {key === props.bare ? null : <b>{label} </b>}
        {text}
      </p>
    ));
}
