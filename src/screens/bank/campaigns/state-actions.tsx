'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CAMPAIGN_TRANSITIONS, nextCampaignState } from '@/domain/transitions';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Notice } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import type { CampaignView } from './campaign-data';

const ACTIONS = ['pause', 'resume', 'close', 'reopen'] as const;
type Action = (typeof ACTIONS)[number];

/** What the viewer may do with the campaign as a whole, each asked about before it happens. */
export function StateActions({ campaign, roles }: { campaign: CampaignView; roles: readonly string[] }) {
  const t = useTranslations('bank.campaigns.actions');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState<Action | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const offered = ACTIONS.filter(
    (action) =>
      nextCampaignState(campaign.state, action) !== null &&
      CAMPAIGN_TRANSITIONS[action].who.some((who) => roles.includes(who)),
  );
  const change = async () => {
    if (asking === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.changeState.mutate({ campaignId: campaign.id, action: asking, reason });
      ask(null);
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const ask = (action: Action | null) => {
    setFailure(null);
    setReason('');
    setAsking(action);
  };
  const owing = campaign.states.not_started + campaign.states.answering + campaign.states.returned;
  return (
    <>
      {offered.map((action) => (
        <Button key={action} look="neutral" onClick={() => ask(action)}>
          {t(`${action}.label`)}
        </Button>
      ))}
      <ConfirmDialog
        open={asking !== null}
        onCancel={() => ask(null)}
        onConfirm={() => void change()}
        busy={busy}
        danger={asking === 'close'}
        title={asking ? t(`${asking}.title`) : ''}
        description={asking ? t(`${asking}.text`, { owing }) : ''}
        confirmLabel={asking ? t(`${asking}.label`) : ''}
        cancelLabel={t('cancel')}
      >
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <TextArea
          label={t('reason')}
          required={asking === 'reopen'}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
