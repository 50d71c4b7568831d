'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Locale } from '@/domain/date-format';
import { ExportList } from '@/screens/checklist/export-list';
import { useTRPC, useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { useListPage } from '@/ui/use-list-page';
import { useRetry } from '../exports/use-retry';

const LOOK_AGAIN_MS = 2000;
const FORMATS = ['xlsx', 'json'] as const;

/** The edition as a file: ask, leave, come back, take away. */
export function EditionExports({ editionId }: { editionId: string }) {
  const t = useTranslations('checklists.exports');
  const locale = useLocale() as Locale;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState<'' | (typeof FORMATS)[number]>('');
  const [failure, setFailure] = useState<unknown>(null);
  const { page, hrefOf } = useListPage('exports');
  const asked = trpc.bank.checklists.listExports.queryOptions({ editionId, page });
  const list = useQuery({
    ...asked,
    refetchInterval: (query) =>
      query.state.data?.exports.some((line) => line.state === 'planned') ? LOOK_AGAIN_MS : false,
  });
  const request = async (format: (typeof FORMATS)[number]) => {
    setBusy(format);
    setFailure(null);
    try {
      await client.bank.checklists.requestExport.mutate({ editionId, format, locale });
      await cache.invalidateQueries({ queryKey: asked.queryKey });
    } catch (error) {
      setFailure(error);
    }
    setBusy('');
  };
  const retry = useRetry(() => cache.invalidateQueries({ queryKey: asked.queryKey }), setFailure);
  const trouble = failure ?? list.error;
  return (
    <Section
      id="exports"
      title={t('title')}
      className="mt24 noprint"
      actions={
        list.data?.mayRequest ? (
          <span className="row">
            {FORMATS.map((format) => (
              <Button key={format} icon={<IconSheet />} busy={busy === format} onClick={() => void request(format)}>
                {t(format)}
              </Button>
            ))}
          </span>
        ) : null
      }
    >
      <p className="sub">{t('lead')}</p>
      {trouble ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(trouble)}</p>
        </Notice>
      ) : null}
      {list.data ? (
        <>
          <ExportList exports={list.data.exports} {...(list.data.mayRequest ? { onRetry: retry } : {})} />
          <Pager page={list.data.page} pageSize={list.data.pageSize} total={list.data.total} hrefOf={hrefOf} />
        </>
      ) : null}
    </Section>
  );
}
