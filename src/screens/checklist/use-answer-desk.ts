'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { answerContentSchema, typedAnswerSchema } from '@/domain/answer';
import { type ClientRefusal, refusalOf, SIGNED_OUT } from '@/trpc/client/refusal';
import { AnswerDesk, type DeskItem, type DeskSnapshot, type DeskTools, type FailedSave } from './answer-desk';
import { sealedDrafts } from './sealed-drafts';

const draftSchema = z.strictObject({ content: typedAnswerSchema, version: z.int().min(0) });

/** The page's desk of answers and its present picture. `place` names whose answers they are; it is read once. */
export function useAnswerDesk(
  place: string,
  items: readonly DeskItem[],
  tools: Pick<DeskTools, 'save' | 'me'> & {
    draftsKey: () => Promise<string>;
    /** The items for which a file is there. */
    shown?: ReadonlySet<string>;
  },
): { desk: AnswerDesk; snapshot: DeskSnapshot } {
  const [desk] = useState(
    () =>
      new AnswerDesk(
        items,
        { ...tools, explain: explainFailure, drafts: sealedDrafts(place, draftSchema, tools.draftsKey) },
        tools.shown,
      ),
  );
  const snapshot = useSyncExternalStore(desk.subscribe, desk.snapshot, desk.snapshot);
  useEffect(() => {
    void desk.recover();
    const again = () => desk.retry();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      desk.close();
    };
  }, [desk]);
  useEffect(() => {
    if (!snapshot.unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [snapshot.unsaved]);
  return { desk, snapshot };
}

function explainFailure(error: unknown): FailedSave {
  const refusal = refusalOf(error);
  if (refusal === null) return { kind: 'offline' };
  if (refusal.code === 'stale-save') return staleSave(refusal);
  return { kind: SIGNED_OUT.includes(refusal.code) ? 'signed-out' : 'refused' };
}

function staleSave({ params }: ClientRefusal): FailedSave {
  const content = answerContentSchema.safeParse(params.theirs);
  if (!content.success || typeof params.version !== 'number') return { kind: 'refused' };
  const at = params.at instanceof Date ? params.at : new Date(String(params.at));
  return {
    kind: 'collision',
    theirs: { content: content.data, version: params.version, by: typeof params.by === 'string' ? params.by : '', at },
  };
}
