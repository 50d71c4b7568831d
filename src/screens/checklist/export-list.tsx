'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { DownloadButton } from '@/ui/download-button';
import { IconCheck, IconError, IconHourglass } from '@/ui/icons';
import { ProgressBar } from '@/ui/progress-bar';
import { StatusMark } from '@/ui/status-mark';

export interface ExportLine {
  id: string;
  state: 'planned' | 'ready' | 'failed';
  requestedBy: string;
  requestedAt: Date;
  doneRows: number;
  totalRows: number;
  fileName: string | null;
  sha256: string | null;
}

/** Files asked for: by whom, how far, and the way to take a ready one away. */
export function ExportList({
  exports: lines,
  progress,
  onRetry,
}: {
  exports: readonly ExportLine[];
  /** How far one is, where it does not count vendors. */
  progress?: (done: number, all: number) => string;
  /** For who may have a file that could not be made made anew. */
  onRetry?: (exportId: string) => void;
}) {
  const t = useTranslations('ui.exports');
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t('caption')}
      rows={lines}
      rowKey={(line) => line.id}
      state={lines.length === 0 ? { kind: 'empty', title: t('none') } : { kind: 'rows' }}
      columns={[
        {
          key: 'at',
          head: t('requestedAt'),
          rowHead: true,
          className: 'nw',
          cell: (line) => formatInstant(line.requestedAt, locale),
        },
        { key: 'by', head: t('requestedBy'), cell: (line) => line.requestedBy },
        {
          key: 'state',
          head: t('state'),
          cell: (line) =>
            line.state === 'ready' ? (
              <StatusMark icon={<IconCheck />} label={t('ready')} tone="ok" />
            ) : line.state === 'failed' ? (
              <StatusMark icon={<IconError />} label={t('failed')} tone="bad" />
            ) : (
              <>
                <StatusMark icon={<IconHourglass />} label={t('making')} tone="run" />
                {line.totalRows > 0 ? (
                  <ProgressBar
                    done={line.doneRows}
                    total={line.totalRows}
                    text={
                      progress?.(line.doneRows, line.totalRows) ??
                      t('progress', { done: line.doneRows, all: line.totalRows })
                    }
                  />
                ) : null}
              </>
            ),
        },
        {
          key: 'file',
          head: t('file'),
          cell: (line) =>
            line.state === 'ready' ? (
              <>
                <DownloadButton action={`/api/exports/${line.id}`}>
                  {t('download', { name: line.fileName ?? '' })}
                </DownloadButton>
                <p className="sub">
                  {t('hash')} <code className="wrap">{line.sha256}</code>
                </p>
              </>
            ) : line.state === 'failed' && onRetry ? (
              <Button size="sm" onClick={() => onRetry(line.id)}>
                {t('retry')}
                <span className="vh">{formatInstant(line.requestedAt, locale)}</span>
              </Button>
            ) : (
              t(line.state === 'failed' ? 'askAgain' : 'later')
            ),
        },
      ]}
    />
  );
}
