'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { sealedDrafts } from './sealed-drafts';

export interface SealedTexts {
  /** What was typed under a name and not sent yet; null: nothing. */
  textOf(name: string): string | null;
  /** Null once it is sent, or no longer wanted. */
  keep(name: string, text: string | null): void;
}

/**
 * Texts that wait for a button, kept sealed in this browser like unsaved answers until they are sent. `place` names
 * whose they are; it is read once.
 */
export function useSealedTexts(place: string, draftsKey: () => Promise<string>): SealedTexts {
  const [store] = useState(() => sealedDrafts(`texts:${place}`, z.string(), draftsKey));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    // What was typed on this page meanwhile is newer.
    void store.readAll().then((found) => setTexts((typed) => new Map([...found, ...typed])));
    return () => store.end();
  }, [store]);
  return {
    textOf: (name) => texts.get(name) ?? null,
    keep(name, text) {
      setTexts((before) => {
        const after = new Map(before);
        if (text === null) after.delete(name);
        else after.set(name, text);
        return after;
      });
      if (text === null) store.drop(name);
      else store.keep(name, text);
    },
  };
}
