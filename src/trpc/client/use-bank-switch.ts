'use client';

import { useState } from 'react';
import { useTRPCClient } from './provider';
import { useRefusalText } from './refusal';

/**
 * Goes over to another of the person's own banks, in this session; `busy` until its first page loads. A refusal is
 * handed to `onRefused` as a sentence: the person is still where they were.
 */
export function useBankSwitch(onRefused: (sentence: string) => void) {
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const goOver = async (tenantId: string) => {
    setBusy(true);
    try {
      const { auditor } = await client.entry.chooseBank.mutate({ tenantId });
      // A whole load, so that nothing of the bank before stays in memory.
      window.location.assign(auditor ? '/history' : '/campaigns');
    } catch (error) {
      onRefused(refusalText(error));
      setBusy(false);
    }
  };
  return { busy, goOver };
}
