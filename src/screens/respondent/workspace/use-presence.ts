import { useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';

const EVERY_MS = 15_000;
/** Whoever only passes an item on the way to another isn't announced. */
const SETTLED_MS = 700;
/** Who has touched nothing for so long is away: the page falls silent, and the session may run out as it would. */
const AWAY_MS = 300_000;

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Who else has which item open, while this page says the same of its own: every quarter of a minute, as long as the tab is
 * in view and somebody is at it. Gives the others' names by item.
 */
export function usePresence(assessmentId: string, itemId: string | null): (itemId: string) => readonly string[] {
  const client = useTRPCClient();
  const [others, setOthers] = useState<readonly { itemId: string; name: string }[]>([]);
  const touched = useRef(0);
  useEffect(() => {
    const touch = () => {
      touched.current = performance.now();
    };
    touch();
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
    };
  }, []);
  useEffect(() => {
    if (itemId === null) return;
    let left = false;
    const know = (told: typeof others) => {
      if (!left) setOthers((known) => (JSON.stringify(known) === JSON.stringify(told) ? known : told));
    };
    const ask = () => {
      if (document.visibilityState !== 'visible' || performance.now() - touched.current > AWAY_MS) return;
      // Unanswered, nobody is known to be here; what is wrong with the line or the session is said by the saves.
      client.respondent.presence.here.mutate({ assessmentId, itemId }).then(
        (answer) => know(answer.others),
        () => know([]),
      );
    };
    const first = setTimeout(ask, SETTLED_MS);
    const turn = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      left = true;
      clearTimeout(first);
      clearInterval(turn);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [client, assessmentId, itemId]);
  return (of) => [...new Set(others.flatMap((other) => (other.itemId === of ? [other.name] : [])))];
}
