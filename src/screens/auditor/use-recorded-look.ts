'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Looks once after the page has arrived, by POST: an auditor's looking is recorded, so neither rendering nor a prefetch
 * may look. `again` looks anew. `look` must stay the same function between renders.
 */
export function useRecordedLook<T>(look: () => Promise<T>): {
  data: T | null;
  failure: unknown;
  again: () => Promise<void>;
} {
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const looked = useRef<(() => Promise<T>) | null>(null);
  const again = useCallback(async () => {
    setFailure(null);
    try {
      setData(await look());
    } catch (error) {
      setFailure(error);
    }
  }, [look]);
  useEffect(() => {
    if (looked.current === look) return;
    looked.current = look;
    void again();
  }, [look, again]);
  return { data, failure, again };
}
