'use client';

import { useState } from 'react';
import { z } from 'zod';
import { lengthOf, plainText } from '@/domain/free-text';
import { MAX_REPLY_LENGTH } from '@/domain/reply';
import { sealedDrafts } from '@/screens/checklist/sealed-drafts';
import type { Card, DeskSnapshot, DeskTools, TextRules } from '@/screens/checklist/typing-card';
import { TypingDesk } from '@/screens/checklist/typing-desk';
import { draftSchemaOf, explainerOf, useDesk } from '@/screens/checklist/use-answer-desk';
import type { WorkspaceData, WorkspaceItem } from './workspace-data';

export type ReplyCard = Card<string>;
export const replyDraftSchema = draftSchemaOf(z.string());
/** Where a browser keeps the replies to one assessment's return. */
export const repliesPlace = (assessmentId: string) => `replies:${assessmentId}`;

const RULES: TextRules<string> = {
  plain: plainText,
  savable: (typed, kept) => (lengthOf(typed) > MAX_REPLY_LENGTH ? kept : typed.trim() === '' ? '' : typed),
  isOverlong: (body) => lengthOf(body) > MAX_REPLY_LENGTH,
  join: (mine, theirs) => [theirs, mine].filter((text) => text.trim() !== '').join('\n'),
  missing: () => [],
};

/** The vendor's replies to what the bank said with a return, on a desk of their own: saved as they are typed, like answers. */
export function useReplies(
  data: WorkspaceData,
  tools: Pick<DeskTools<string>, 'save'> & { draftsKey: () => Promise<string> },
): { desk: TypingDesk<string>; snapshot: DeskSnapshot<string> } {
  const [desk] = useState(() => {
    const drafts = sealedDrafts(repliesPlace(data.assessmentId), replyDraftSchema, tools.draftsKey);
    return replyDesk(data.items, { save: tools.save, me: data.me.name, explain: explainerOf(z.string()), drafts });
  });
  return { desk, snapshot: useDesk(desk) };
}

export function replyDesk(items: readonly WorkspaceItem[], tools: DeskTools<string>): TypingDesk<string> {
  return new TypingDesk<string>(items.map(keptReply), RULES, tools);
}

function keptReply({ itemId, reply }: WorkspaceItem) {
  return {
    itemId,
    content: reply?.body ?? '',
    version: reply?.version ?? 0,
    saved: reply === null ? null : { at: reply.at, by: reply.by, afterDue: false },
  };
}

/** The items with the replies that the server holds now. */
export function withReplies(items: WorkspaceItem[], { cards }: DeskSnapshot<string>): WorkspaceItem[] {
  return items.map((item) => {
    const kept = cards.get(item.itemId)?.kept;
    if (!kept?.saved) return item;
    const { content: body, version, saved } = kept;
    return { ...item, reply: { body, by: saved.by, at: saved.at, version } };
  });
}
