'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DefinitionList } from '@/ui/definition-list';
import { DownloadButton } from '@/ui/download-button';
import { IconUndo } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { WorkspaceData } from '../workspace/workspace-data';

/** 提出の控え: when, by whom, which answers (their hash); and taking back while the bank has not opened it. */
export function Receipt({ data, round }: { data: WorkspaceData; round: WorkspaceData['rounds'][number] }) {
  const t = useTranslations('respondent.submission');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const takeBack = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.respondent.submission.takeBack.mutate({ assessmentId: data.assessmentId });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setAsking(false);
    router.refresh();
  };
  return (
    <Section id="receipt" title={t('receipt')}>
      {round.state === 'approved' ? (
        <Notice tone="ok" title={t('approved')} />
      ) : (
        <Notice tone="ok" title={t('received', { at: formatInstant(round.submittedAt, locale) })}>
          <p>{t('receiptMail')}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { key: 'at', term: t('submittedAt'), value: formatInstant(round.submittedAt, locale) },
          {
            key: 'by',
            term: t('submittedBy'),
            value: t('submitter', { name: round.submitterName, title: round.submitterTitle }),
          },
          { key: 'round', term: t('round'), value: t('roundNumber', { number: round.number }) },
          { key: 'late', term: t('timeliness'), value: round.afterDue ? t('late') : t('inTime') },
          { key: 'hash', term: t('receiptHash'), value: <code className="wrap">{round.receiptHash}</code> },
        ]}
      />
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <div className="row mt16">
        <DownloadButton action={`/api/assessments/${data.assessmentId}/receipts/${round.roundId}`}>
          {t('asPdf')}
        </DownloadButton>
        <Button look="neutral" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {data.mayTakeBack ? (
          <Button icon={<IconUndo />} onClick={() => setAsking(true)}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void takeBack()}
        busy={busy}
        title={t('takeBackTitle')}
        description={t('takeBackText')}
        confirmLabel={t('takeBack')}
        cancelLabel={t('keepSubmitted')}
      />
    </Section>
  );
}
