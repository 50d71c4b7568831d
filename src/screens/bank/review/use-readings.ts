'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import type { Review, ReviewItem } from './review-data';

/** How long the reader stays before what was opened on the way is told to the server, together. */
const SETTLED_MS = 1000;

/**
 * Which items the viewer has opened since the page was read. They are sent in batches; `flush` sends what waits now,
 * which a verdict on an item that must be opened needs first.
 */
export function useReadings(review: Review, current: ReviewItem | undefined, onFailure: (error: unknown) => void) {
  const client = useTRPCClient();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<string>());
  /** The batch on its way: who flushes waits for it too. */
  const sending = useRef<Promise<void>>(Promise.resolve());
  const { assessmentId } = review.head;
  const roundId = review.round?.id;
  const flush = useCallback((): Promise<void> => {
    const itemIds = [...waiting.current];
    if (itemIds.length === 0 || roundId === undefined) return sending.current;
    waiting.current.clear();
    const send = async () => {
      try {
        await client.bank.reviews.read.mutate({ assessmentId, roundId, itemIds });
      } catch (error) {
        for (const itemId of itemIds) waiting.current.add(itemId);
        throw error;
      }
      setRead((before) => new Set([...before, ...itemIds]));
    };
    sending.current = sending.current.then(send, send);
    return sending.current;
  }, [client, assessmentId, roundId]);
  const fresh = review.may.read && current?.vendor != null && !current.read ? current.itemId : null;
  const fail = useRef(onFailure);
  useEffect(() => {
    fail.current = onFailure;
  }, [onFailure]);
  useEffect(() => {
    if (fresh === null || read.has(fresh)) return;
    waiting.current.add(fresh);
    const timer = setTimeout(() => {
      flush().catch((error: unknown) => fail.current(error));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [fresh, read, flush]);
  return { read, flush };
}
