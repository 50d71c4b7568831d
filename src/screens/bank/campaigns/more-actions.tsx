'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { mayDo, type Role } from '@/domain/access';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { IconPlus } from '@/ui/icons';
import { showToast } from '@/ui/show-toast';
import type { CampaignView } from './campaign-data';
import { hrefOfStep } from './wizard-steps';

/** 対象を追加 while it runs, and next year's preparation out of it. */
export function MoreActions({ campaign, roles }: { campaign: CampaignView; roles: readonly string[] }) {
  const t = useTranslations('bank.campaigns.more');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const may = (action: 'campaigns.addTargets' | 'campaigns.clone') => mayDo('bank', roles as readonly Role[], action);
  const clone = async () => {
    setBusy(true);
    try {
      const made = await client.bank.campaigns.clone.mutate({ campaignId: campaign.id });
      showToast(
        made.left.length === 0
          ? t('cloned', { count: made.targets })
          : t('clonedWithout', {
              count: made.targets,
              left: made.left.map((each) => each.vendorName).join(t('joint')),
            }),
      );
      router.push(hrefOfStep(made.campaignId, 'basics'));
    } catch (error) {
      showToast(refusalText(error), { tone: 'bad' });
      setBusy(false);
    }
  };
  return (
    <>
      {campaign.state === 'running' && may('campaigns.addTargets') ? (
        <ButtonLink href={`/campaigns/${campaign.id}/add`} icon={<IconPlus />}>
          {t('add')}
        </ButtonLink>
      ) : null}
      {may('campaigns.clone') ? (
        <Button look="neutral" busy={busy} onClick={() => void clone()}>
          {t('clone')}
        </Button>
      ) : null}
    </>
  );
}
