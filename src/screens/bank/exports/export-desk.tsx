'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ExportLine, ExportList } from '@/screens/checklist/export-list';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { useRetry } from './use-retry';

const LOOK_AGAIN_MS = 2000;

export interface ExportPage {
  page: number;
  pageSize: number;
  total: number;
  exports: readonly ExportLine[];
}

export interface ExportAsk {
  key: string;
  label: string;
  ask: () => Promise<unknown>;
}

/** Files of one subject: ask for one in a format, leave, come back, take it away. */
export function ExportDesk(props: {
  title: string;
  lead: string;
  /** Under which the list is kept; one a subject. */
  cacheKey: readonly unknown[];
  load: () => Promise<ExportPage>;
  hrefOf: (page: number) => string;
  /** Empty for who may only look. */
  asks: readonly ExportAsk[];
  progress?: (done: number, all: number) => string;
}) {
  const { cacheKey, load, asks } = props;
  const t = useTranslations('ui.exports');
  const cache = useQueryClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const list = useQuery({
    queryKey: cacheKey,
    queryFn: load,
    refetchInterval: (query) =>
      query.state.data?.exports.some((line) => line.state === 'planned') ? LOOK_AGAIN_MS : false,
  });
  const request = async ({ key, ask }: ExportAsk) => {
    if (busy !== null) return;
    setBusy(key);
    setFailure(null);
    try {
      await ask();
      await cache.invalidateQueries({ queryKey: cacheKey });
    } catch (error) {
      setFailure(error);
    }
    setBusy(null);
  };
  const retry = useRetry(() => cache.invalidateQueries({ queryKey: cacheKey }), setFailure);
  const trouble = failure ?? list.error;
  return (
    <Section
      id="exports"
      title={props.title}
      className="mt24"
      actions={
        asks.length > 0 ? (
          <div className="row">
            {asks.map((each) => (
              <Button key={each.key} icon={<IconSheet />} busy={busy === each.key} onClick={() => void request(each)}>
                {each.label}
              </Button>
            ))}
          </div>
        ) : null
      }
    >
      <p className="sub">{props.lead}</p>
      {trouble ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(trouble)}</p>
        </Notice>
      ) : null}
      {list.data ? (
        <>
          <ExportList
            exports={list.data.exports}
            {...(props.progress ? { progress: props.progress } : {})}
            {...(asks.length > 0 ? { onRetry: retry } : {})}
          />
          <Pager page={list.data.page} pageSize={list.data.pageSize} total={list.data.total} hrefOf={props.hrefOf} />
        </>
      ) : list.isPending ? (
        <p role="status">{t('loading')}</p>
      ) : null}
    </Section>
  );
}
