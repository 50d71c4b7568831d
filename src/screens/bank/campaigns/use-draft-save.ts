'use client';

import type { inferRouterInputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import type { AppRouter } from '@/trpc/root';

export type DraftChanges = inferRouterInputs<AppRouter>['bank']['campaigns']['update']['changes'];

/**
 * Saves one step of a preparation and goes on. When somebody was first, what was typed stays, and the page is read anew
 * so that it can say what stands now; saving again then builds on that.
 */
export function useDraftSave(draft: { campaignId: string; version: number }) {
  const client = useTRPCClient();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { campaignId, version } = draft;
  const save = async (changes: DraftChanges, onwards: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.update.mutate({ campaignId, version, changes });
      router.push(onwards);
      router.refresh();
    } catch (error) {
      setFailure(error);
      if (refusalOf(error)?.code === 'stale-record') router.refresh();
    }
    setBusy(false);
  };
  const stale = refusalOf(failure)?.code === 'stale-record';
  return { save, busy, failure, stale };
}
