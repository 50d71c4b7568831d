'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { refusalOf } from '@/trpc/client/refusal';
import { showToast } from '@/ui/show-toast';

/** One press that changes one thing: which is under way, what was refused, and the page read anew afterwards. */
export function useAct() {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const act = async (name: string, work: () => Promise<unknown>, said: string): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy(name);
    setFailure(null);
    try {
      await work();
      showToast(said);
      router.refresh();
      setBusy(null);
      return true;
    } catch (error) {
      setFailure(error);
      // What was refused for what stands now is shown as it stands now.
      if (refusalOf(error)?.code === 'stale-record') router.refresh();
      setBusy(null);
      return false;
    }
  };
  return { busy, failure, act };
}
