'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { typedAnswerSchema } from '@/domain/answer';
import { plainAnswer } from '@/domain/answer-texts';
import { canonicalJson } from '@/domain/canonical-json';
import { sealedDrafts } from '@/screens/checklist/sealed-drafts';
import { draftSchemaOf } from '@/screens/checklist/use-answer-desk';
import { useTRPCClient } from '@/trpc/client/provider';
import { repliesPlace, replyDraftSchema } from '../workspace/use-replies';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';
import { isWritable } from '../workspace/workspace-view';

const LOOK_AGAIN_MS = 2000;

/**
 * The items for which this browser still keeps an answer or a reply that is not on the server: a save that is under way,
 * was cut off, or waits for a choice. Looked at again while there are any, so that one that arrives goes from the list.
 */
export function useUnsent(data: WorkspaceData): readonly WorkspaceItem[] {
  const client = useTRPCClient();
  const router = useRouter();
  const [stores] = useState(() => {
    const key = async () => (await client.entry.draftsKey.mutate({ audience: 'respondent' })).key;
    return {
      answers: sealedDrafts(data.assessmentId, draftSchemaOf(typedAnswerSchema), key),
      replies: sealedDrafts(repliesPlace(data.assessmentId), replyDraftSchema, key),
    };
  });
  const [unsent, setUnsent] = useState<readonly string[]>([]);
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = async (before: number) => {
      const [answers, replies] = await Promise.all([stores.answers.readAll(), stores.replies.readAll()]);
      if (left) return;
      const found = unsentItems(data, answers, replies);
      setUnsent(found);
      if (found.length < before) router.refresh();
      if (found.length > 0) timer = setTimeout(() => void look(found.length), LOOK_AGAIN_MS);
    };
    void look(0);
    return () => {
      left = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [data, stores, router]);
  return data.items.filter(({ itemId }) => unsent.includes(itemId));
}

type Kept<Content> = ReadonlyMap<string, { content: Content }>;

/** By item; what says the same as the server's, and what can't be sent any more, is left out. */
export function unsentItems(
  data: Pick<WorkspaceData, 'items' | 'notWritable'>,
  answers: Kept<WorkspaceItem['content']>,
  replies: Kept<string>,
): string[] {
  const isUnsent = (item: WorkspaceItem) => {
    const answer = answers.get(item.itemId);
    const reply = replies.get(item.itemId);
    return (
      (answer !== undefined && canonicalJson(plainAnswer(answer.content)) !== canonicalJson(item.content)) ||
      (reply !== undefined && reply.content.trim() !== (item.reply?.body ?? '').trim())
    );
  };
  return data.items.filter((item) => isWritable(data, item) && isUnsent(item)).map(({ itemId }) => itemId);
}
