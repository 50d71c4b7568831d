'use client';

import { useTRPCClient } from '@/trpc/client/provider';

/** Has a file that could not be made made anew, and the list read again. */
export function useRetry(onDone: () => Promise<unknown>, onFailure: (error: unknown) => void) {
  const client = useTRPCClient();
  return (exportId: string) => {
    onFailure(null);
    client.bank.exports.retry.mutate({ exportId }).then(onDone).catch(onFailure);
  };
}
