import { type AnswerContent, answerContentSchema } from '@/domain/answer';
import type { DeskTools } from './answer-desk';

/**
 * Unsaved texts in this tab's own store (sessionStorage): they outlive a reload and end with the tab. Where the browser
 * gives none (private modes, full), the text stays on the page alone.
 */
export function tabDrafts(place: string): DeskTools['drafts'] {
  const keyOf = (itemId: string) => `tenken.draft.${place}.${itemId}`;
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    read: (itemId) =>
      attempt(() => {
        const text = sessionStorage.getItem(keyOf(itemId));
        const parsed = answerContentSchema.safeParse(text === null ? null : JSON.parse(text));
        return parsed.success ? parsed.data : null;
      }, null),
    keep: (itemId: string, content: AnswerContent) =>
      attempt(() => sessionStorage.setItem(keyOf(itemId), JSON.stringify(content)), undefined),
    drop: (itemId) => attempt(() => sessionStorage.removeItem(keyOf(itemId)), undefined),
  };
}
