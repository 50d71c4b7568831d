'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@/domain/date-format';
import { useTRPC, useTRPCClient } from '@/trpc/client/provider';
import { useListPage } from '@/ui/use-list-page';
import { ExportDesk } from './export-desk';

/** 出力 of a campaign: the form as a workbook, the table of its assessments as CSV. */
export function ExportPanel({ campaignId, mayRequest }: { campaignId: string; mayRequest: boolean }) {
  const t = useTranslations('ui.exports');
  const locale = useLocale() as Locale;
  const { page, hrefOf } = useListPage('exports');
  const { queryKey } = useTRPC().bank.exports.list.queryOptions({ campaignId, page });
  const { exports } = useTRPCClient().bank;
  const ask = (format: 'xlsx' | 'csv') => () => exports.request.mutate({ campaignId, locale, format });
  const asks = [
    { key: 'xlsx', label: t('request'), ask: ask('xlsx') },
    { key: 'csv', label: t('csv'), ask: ask('csv') },
  ];
  return (
    <ExportDesk
      title={t('title')}
      lead={t('lead')}
      hrefOf={hrefOf}
      cacheKey={queryKey}
      load={() => exports.list.query({ campaignId, page })}
      asks={mayRequest ? asks : []}
    />
  );
}
