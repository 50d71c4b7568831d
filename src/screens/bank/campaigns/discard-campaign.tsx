'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Notice } from '@/ui/notice';

/** Gives a preparation up, after asking. */
export function DiscardCampaign(props: { campaignId: string; version: number }) {
  const t = useTranslations('bank.campaigns.launch.discard');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const discard = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.discard.mutate({ campaignId: props.campaignId, version: props.version });
      router.push('/campaigns');
      router.refresh();
    } catch (error) {
      setFailure(error);
      setBusy(false);
      router.refresh();
    }
  };
  return (
    <>
      <Button look="neutral" onClick={() => setAsking(true)}>
        {t('label')}
      </Button>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void discard()}
        busy={busy}
        danger
        title={t('title')}
        description={t('text')}
        confirmLabel={t('label')}
        cancelLabel={t('cancel')}
      >
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
