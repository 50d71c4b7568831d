'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { hrefOfImport, type ImportPreview, type PreviewLine, type Shown } from './import-data';
import { LineMark } from './import-mark';
import { useImportWords } from './import-words';

const STATES = ['faulty', 'new', 'changed', 'unchanged'] as const;

/** What a file would do, row by row: each fault at its cell with what to do, each change from what to what. */
export function ImportLines(props: { importId: string; preview: ImportPreview; show: Shown; page: number }) {
  const { importId, preview, show, page } = props;
  const t = useTranslations('vendors.import.show');
  const states = useTranslations('vendors.import.lines');
  const router = useRouter();
  const { counts } = preview;
  const all = STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <Section id="rows" title={t('rows')} className="mt24">
      <FilterPills<Shown>
        label={t('filters')}
        value={show}
        onChange={(chosen) => router.push(hrefOfImport(importId, chosen), { scroll: false })}
        pills={[
          { value: 'all', label: t('all'), count: all },
          ...STATES.map((state) => ({ value: state, label: states(state), count: counts[state] })),
        ]}
      />
      <DataTable
        caption={t('caption')}
        rows={preview.lines}
        rowKey={({ row }) => String(row)}
        rowClass={({ status }) => (status === 'faulty' ? 'blk' : undefined)}
        state={preview.lines.length === 0 ? { kind: 'no_match', title: t('noMatch') } : { kind: 'rows' }}
        minWidth={720}
        columns={[
          { key: 'row', head: t('row'), rowHead: true, className: 'num', cell: ({ row }) => row },
          { key: 'result', head: t('result'), className: 'nw', cell: ({ status }) => <LineMark status={status} /> },
          { key: 'vendor', head: t('vendor'), cell: ({ vendorName }) => vendorName },
          { key: 'service', head: t('service'), cell: ({ serviceName }) => serviceName },
          { key: 'what', head: t('what'), cell: (line) => <Details line={line} /> },
        ]}
      />
      <Pager
        page={page}
        pageSize={preview.pageSize}
        total={preview.total}
        hrefOf={(wanted) => hrefOfImport(importId, show, wanted)}
      />
    </Section>
  );
}

function Details({ line }: { line: PreviewLine }) {
  const t = useTranslations('vendors.import.show');
  const words = useImportWords();
  if (line.status === 'unchanged') return <span className="sub">{t('same')}</span>;
  return (
    <ul>
      {line.errors.map((error) => (
        <li key={`${error.column} ${error.code}`}>
          <strong>{t('error', { column: words.column(error.column), value: error.value || t('blank') })}</strong>
          <br />
          {words.fault(error)}
        </li>
      ))}
      {line.changes.map(({ column, from, to }) => {
        const said = { column: words.column(column), from: words.value(column, from), to: words.value(column, to) };
        return <li key={column}>{from === '' ? t('set', said) : t('change', said)}</li>;
      })}
    </ul>
  );
}
