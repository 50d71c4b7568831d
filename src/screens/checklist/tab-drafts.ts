import { type AnswerContent, answerContentSchema } from '@/domain/answer';
import type { DeskTools } from './answer-desk';
import { browserStore } from './browser-store';

/** Unsaved answers in this tab's own store: they outlive a reload and end with the tab. */
export function tabDrafts(place: string): DeskTools['drafts'] {
  const storeOf = (itemId: string) => browserStore('tab', `tenken.draft.${place}.${itemId}`);
  return {
    read: (itemId) => {
      const parsed = answerContentSchema.safeParse(parsedText(storeOf(itemId).read()));
      return parsed.success ? parsed.data : null;
    },
    keep: (itemId: string, content: AnswerContent) => storeOf(itemId).keep(JSON.stringify(content)),
    drop: (itemId) => storeOf(itemId).drop(),
  };
}

/** Null for what is no JSON. */
function parsedText(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
