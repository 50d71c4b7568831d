'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { answerContentSchema, typedAnswerSchema } from '@/domain/answer';
import type { Json } from '@/domain/canonical-json';
import { type ClientRefusal, refusalOf, SIGNED_OUT } from '@/trpc/client/refusal';
import { AnswerDesk, type DeskItem, type DeskSnapshot, type DeskTools } from './answer-desk';
import { sealedDrafts } from './sealed-drafts';
import type { FailedSave, DeskSnapshot as SnapshotOf } from './typing-card';
import type { TypingDesk } from './typing-desk';

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
  const [desk] = useState(() => {
    const drafts = sealedDrafts(place, draftSchemaOf(typedAnswerSchema), tools.draftsKey);
    return new AnswerDesk(items, { ...tools, explain: explainerOf(answerContentSchema), drafts }, tools.shown);
  });
  return { desk, snapshot: useDesk(desk) };
}

/** What a browser keeps of a card that is not on the server. */
export function draftSchemaOf<Content>(content: z.ZodType<Content>) {
  return z.strictObject({ content, version: z.int().min(0) });
}

/** The desk while the page is open, and its present picture. */
export function useDesk<Content extends Json>(desk: TypingDesk<Content>): SnapshotOf<Content> {
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
  return snapshot;
}

/** What a failed save of such content was; the other text of a collision has to be one. */
export function explainerOf<Content>(content: z.ZodType<Content>) {
  return (error: unknown): FailedSave<Content> => {
    const refusal = refusalOf(error);
    if (refusal === null) return { kind: 'offline' };
    if (refusal.code === 'stale-save') return staleSave(content, refusal);
    return { kind: SIGNED_OUT.includes(refusal.code) ? 'signed-out' : 'refused' };
  };
}

function staleSave<Content>(schema: z.ZodType<Content>, { params }: ClientRefusal): FailedSave<Content> {
  const content = schema.safeParse(params.theirs);
  if (!content.success || typeof params.version !== 'number') return { kind: 'refused' };
  const at = params.at instanceof Date ? params.at : new Date(String(params.at));
  return {
    kind: 'collision',
    theirs: { content: content.data, version: params.version, by: typeof params.by === 'string' ? params.by : '', at },
  };
}
