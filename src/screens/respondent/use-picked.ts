import { useState } from 'react';

/** What of a list is ticked: all of it, but for what was unticked. */
export function usePicked() {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  return {
    isTicked: (itemId: string) => !unticked.has(itemId),
    /** As each dialog begins. */
    tickAll: () => setUnticked(new Set()),
    onTick(itemId: string, ticked: boolean) {
      const next = new Set(unticked);
      if (ticked) next.delete(itemId);
      else next.add(itemId);
      setUnticked(next);
    },
  };
}
