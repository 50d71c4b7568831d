'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { Locale } from '@/domain/date-format';
import { ExportList } from '@/screens/checklist/export-list';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconRefresh, IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { useListPage } from '@/ui/use-list-page';
import { useRecordedLook } from './use-recorded-look';

/** The auditor's copies of a campaign. Looking again is a press, since looking is recorded. */
export function AuditExports({ campaignId }: { campaignId: string }) {
  const t = useTranslations('ui.exports');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { page, hrefOf } = useListPage('exports');
  const { data, failure, again } = useRecordedLook(
    useCallback(() => client.auditor.exports.mutate({ campaignId, page }), [client, campaignId, page]),
  );
  const request = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await client.auditor.requestExport.mutate({ campaignId, locale });
      await again();
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  const trouble = refused ?? failure;
  return (
    <Section
      id="exports"
      title={t('title')}
      className="mt24"
      actions={
        <span className="row">
          <Button look="neutral" icon={<IconRefresh />} onClick={() => void again()}>
            {t('again')}
          </Button>
          <Button icon={<IconSheet />} busy={busy} onClick={() => void request()}>
            {t('request')}
          </Button>
        </span>
      }
    >
      <p className="sub">{t('lead')}</p>
      {trouble ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(trouble)}</p>
        </Notice>
      ) : null}
      {data ? (
        <>
          <ExportList exports={data.exports} />
          <Pager page={data.page} pageSize={data.pageSize} total={data.total} hrefOf={hrefOf} />
        </>
      ) : null}
    </Section>
  );
}
