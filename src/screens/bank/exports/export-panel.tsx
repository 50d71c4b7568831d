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
import { Section } from '@/ui/section';

const LOOK_AGAIN_MS = 2000;

/** Excel出力: ask, leave, come back, take away. */
export function ExportPanel({ campaignId, mayRequest }: { campaignId: string; mayRequest: boolean }) {
  const t = useTranslations('ui.exports');
  const locale = useLocale() as Locale;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = trpc.bank.exports.list.queryOptions({ campaignId });
  const list = useQuery({
    ...asked,
    refetchInterval: (query) =>
      query.state.data?.exports.some((line) => line.state === 'planned') ? LOOK_AGAIN_MS : false,
  });
  const request = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.exports.request.mutate({ campaignId, locale });
      await cache.invalidateQueries({ queryKey: asked.queryKey });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const trouble = failure ?? list.error;
  return (
    <Section
      id="exports"
      title={t('title')}
      className="mt24"
      actions={
        mayRequest ? (
          <Button icon={<IconSheet />} busy={busy} onClick={() => void request()}>
            {t('request')}
          </Button>
        ) : null
      }
    >
      <p className="sub">{t('lead')}</p>
      {trouble ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(trouble)}</p>
        </Notice>
      ) : null}
      {list.data ? <ExportList exports={list.data.exports} /> : null}
    </Section>
  );
}
