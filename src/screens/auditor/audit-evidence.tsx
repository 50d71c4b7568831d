'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { EvidenceFacts } from '@/screens/checklist/evidence-facts';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Notice } from '@/ui/notice';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { useListPage } from '@/ui/use-list-page';
import { useRecordedLook } from './use-recorded-look';

/** What the submissions of a campaign hold: a line a file, submission and item. `today` tells what has expired. */
export function AuditEvidence({ campaignId, today }: { campaignId: string; today: string }) {
  const t = useTranslations('auditor.evidence');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { page, hrefOf } = useListPage('evidence');
  const { data, failure } = useRecordedLook(
    useCallback(() => client.auditor.evidence.mutate({ campaignId, page }), [client, campaignId, page]),
  );
  return (
    <Section id="evidence" title={t('title', { count: data?.total ?? 0 })} className="mt24">
      {failure ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      ) : null}
      {data?.total === 0 ? <p className="sub">{t('none')}</p> : null}
      {data && data.total > 0 ? (
        <>
          <ul className="files">
            {data.files.map((file) => (
              <li key={file.id}>
                <EvidenceFacts file={file} today={today} reader="auditor" action={`/api/evidence/${file.evidenceId}`}>
                  <p className="sub">
                    {t('of', {
                      vendor: file.vendorName,
                      service: file.serviceName,
                      round: file.roundNumber,
                      number: file.number,
                    })}
                  </p>
                </EvidenceFacts>
              </li>
            ))}
          </ul>
          <Pager page={data.page} pageSize={data.pageSize} total={data.total} hrefOf={hrefOf} />
        </>
      ) : null}
    </Section>
  );
}
