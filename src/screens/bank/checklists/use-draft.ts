'use client';

import { useEffect, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import type { EditionProblem, EditionView } from './checklist-data';
import { itemOf, type TypedItem, typedItem } from './typed-item';

export interface TypedEdition {
  title: string;
  publisher: string;
  issued: string;
  source: string;
  items: TypedItem[];
}

const typedEdition = ({ content }: EditionView): TypedEdition => ({
  title: content.title,
  publisher: content.publisher,
  issued: content.issued,
  source: content.source,
  items: content.items.map(typedItem),
});

const editionOf = ({ items, ...facts }: TypedEdition) => ({ ...facts, items: items.map(itemOf) });

/** What was typed into a draft, its saves, and what stands on the server once somebody else was first. */
export function useDraft(edition: EditionView) {
  const client = useTRPCClient();
  const [typed, setTyped] = useState(() => typedEdition(edition));
  const [version, setVersion] = useState(edition.version);
  const [problems, setProblems] = useState<EditionProblem[]>(edition.problems);
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [standing, setStanding] = useState<EditionView | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  /** True when it is kept. `over` overwrites the version that stands there instead. */
  const save = async (over: number = version): Promise<number | null> => {
    setBusy(true);
    setFailure(null);
    try {
      const kept = await client.bank.checklists.save.mutate({
        editionId: edition.id,
        version: over,
        edition: editionOf(typed),
      });
      setVersion(kept.version);
      setProblems(kept.problems);
      setDirty(false);
      setStanding(null);
      setBusy(false);
      return kept.version;
    } catch (error) {
      setFailure(error);
      if (refusalOf(error)?.code === 'stale-record') await look();
    }
    setBusy(false);
    return null;
  };
  const look = async () => {
    try {
      setStanding(await client.bank.checklists.show.query({ editionId: edition.id }));
    } catch (error) {
      setFailure(error);
    }
  };
  return {
    typed,
    version,
    problems,
    dirty,
    busy,
    failure,
    standing,
    save,
    look,
    fail: setFailure,
    change(part: Partial<TypedEdition>) {
      setTyped((before) => ({ ...before, ...part }));
      setDirty(true);
    },
    /** Gives up what was typed for what stands there. */
    takeStanding(other: EditionView) {
      setTyped(typedEdition(other));
      setVersion(other.version);
      setProblems(other.problems);
      setDirty(false);
      setFailure(null);
      setStanding(null);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
