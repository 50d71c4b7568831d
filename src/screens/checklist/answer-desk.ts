import { type AnswerContent, type Asked, missingIn } from '@/domain/answer';
import { joinAnswers } from '@/domain/answer-collision';
import { overlongTexts, plainAnswer, savableAnswer } from '@/domain/answer-texts';
import type {
  Card as CardOf,
  Draft as DraftOf,
  FailedSave as FailedSaveOf,
  Kept,
  DeskSnapshot as SnapshotOf,
  Theirs,
  DeskTools as ToolsOf,
} from './typing-card';
import { TypingDesk } from './typing-desk';

/** What the server holds of one item's answer, and what a save of it names as its start. */
export type KeptAnswer = Kept<AnswerContent>;
export type TheirAnswer = Theirs<AnswerContent>;
export type Draft = DraftOf<AnswerContent>;
export type Card = CardOf<AnswerContent>;
export type FailedSave = FailedSaveOf<AnswerContent>;
export type DeskSnapshot = SnapshotOf<AnswerContent>;
export type DeskTools = ToolsOf<AnswerContent>;

/** One item on the desk: what it asks for beyond its texts, and the answer that the server holds. */
export type DeskItem = KeptAnswer & { itemId: string; item: Asked };

/** The answers on one page and their way to the server. */
export class AnswerDesk extends TypingDesk<AnswerContent> {
  constructor(items: readonly DeskItem[], tools: DeskTools, shown?: ReadonlySet<string>) {
    const asked = new Map(items.map(({ itemId, item }) => [itemId, item]));
    super(
      items,
      {
        plain: plainAnswer,
        savable: savableAnswer,
        isOverlong: (content) => overlongTexts(content).length > 0,
        join: joinAnswers,
        missing: (itemId, content, isShown) => missingIn(content, asked.get(itemId) ?? {}, isShown),
      },
      tools,
      shown,
    );
  }
}
