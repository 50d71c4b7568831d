'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useTRPC } from '@/trpc/client/provider';
import { Notice } from '@/ui/notice';
import { ProgressBar } from '@/ui/progress-bar';

const LOOK_AGAIN_MS = 1500;

/** How far the worker is. The page may be left and found again; it goes on to the campaign when all are made. */
export function LaunchProgress({ campaignId }: { campaignId: string }) {
  const t = useTranslations('bank.campaigns.launch');
  const trpc = useTRPC();
  const router = useRouter();
  const campaign = useQuery({
    ...trpc.bank.campaigns.show.queryOptions({ campaignId }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const state = campaign.data?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'launching' && state !== 'draft') router.replace(`/campaigns/${campaignId}`);
  }, [state, router, campaignId]);
  return (
    <Notice tone="info" live="polite" title={t('progressTitle')} className="mt16">
      {campaign.data ? (
        <ProgressBar
          done={campaign.data.launchedTargets}
          total={campaign.data.targets}
          text={t('progress', { done: campaign.data.launchedTargets, total: campaign.data.targets })}
        />
      ) : null}
      <p>{t('progressHint')}</p>
    </Notice>
  );
}
