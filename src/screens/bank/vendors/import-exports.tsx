'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@/domain/date-format';
import { useTRPC, useTRPCClient } from '@/trpc/client/provider';
import { useListPage } from '@/ui/use-list-page';
import { ExportDesk } from '../exports/export-desk';

/** The register as a file with the columns of the import. */
export function VendorExports({ mayRequest }: { mayRequest: boolean }) {
  const t = useTranslations('vendors.import.export');
  const locale = useLocale() as Locale;
  const { page, hrefOf } = useListPage('exports');
  const { queryKey } = useTRPC().bank.exports.listVendors.queryOptions({ page });
  const { exports } = useTRPCClient().bank;
  const ask = (format: 'xlsx' | 'csv') => () => exports.requestVendors.mutate({ format, locale });
  const asks = (['xlsx', 'csv'] as const).map((format) => ({ key: format, label: t(format), ask: ask(format) }));
  return (
    <ExportDesk
      title={t('title')}
      lead={t('lead')}
      hrefOf={hrefOf}
      cacheKey={queryKey}
      load={() => exports.listVendors.query({ page })}
      asks={mayRequest ? asks : []}
      progress={(done, all) => t('progress', { done, all })}
    />
  );
}
