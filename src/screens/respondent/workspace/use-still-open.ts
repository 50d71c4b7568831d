import { useEffect, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';

/**
 * Whether the assessment still opens for this person once a save met nothing any more: then only items were taken back.
 * Null until the server has said it.
 */
export function useStillOpen(assessmentId: string, hasMetNothing: boolean): boolean | null {
  const client = useTRPCClient();
  const [stillOpen, setStillOpen] = useState<boolean | null>(null);
  useEffect(() => {
    if (!hasMetNothing) return;
    let isCurrent = true;
    client.respondent.workspace.open.query({ assessmentId }).then(
      ({ items }) => isCurrent && setStillOpen(items.length > 0),
      () => isCurrent && setStillOpen(false),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, assessmentId, hasMetNothing]);
  return stillOpen;
}
