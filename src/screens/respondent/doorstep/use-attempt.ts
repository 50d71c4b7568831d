'use client';

import { useCallback, useState } from 'react';

/** One call at a time: whether it runs and what it failed with, until `forget`. `run` gives undefined after a failure. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setFailure(null);
    try {
      return await work();
    } catch (error) {
      setFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setFailure(null), []);
  return { busy, failure, run, forget };
}
