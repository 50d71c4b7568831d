import type { MissingPart } from '@/domain/answer';
import type { Drafts } from './sealed-drafts';

/** What the server holds of one item's text, and what a save of it names as its start. */
export interface Kept<Content> {
  content: Content;
  /** 0: never saved. */
  version: number;
  saved: { at: Date; by: string; afterDue: boolean } | null;
}

/** What was typed, and the version that it was typed over. */
export interface Draft<Content> {
  content: Content;
  version: number;
}

export interface Theirs<Content> {
  content: Content;
  version: number;
  by: string;
  at: Date;
}

/**
 * `kept` as on the server · `typed` not sent yet · `saving` · `offline` tries again by itself · `refused` · `overlong` all but
 * a text that has to be shorter is on the server · `collision`.
 */
export type CardPhase = 'kept' | 'typed' | 'saving' | 'offline' | 'refused' | 'overlong' | 'collision';

export interface Card<Content> {
  content: Content;
  kept: Kept<Content>;
  phase: CardPhase;
  missing: MissingPart[];
  /** The failed call, for its sentence; null unless offline or refused. */
  failure: unknown;
  theirs: Theirs<Content> | null;
  /** There is a text that was saved before and can be put back. */
  undoable: boolean;
}

/** What a failed save was: another's save (with it), a refusal, the end of the session, or no answer at all. */
export type FailedSave<Content> =
  | { kind: 'collision'; theirs: Theirs<Content> }
  | { kind: 'refused' | 'signed-out' | 'offline' };

export interface DeskSnapshot<Content> {
  cards: ReadonlyMap<string, Card<Content>>;
  /** The session ended while something is unsaved: ask for the code over the page, then `retry`. */
  signedOut: boolean;
  /** Something is typed that the server doesn't hold. */
  unsaved: boolean;
  lastSavedAt: Date | null;
}

export interface DeskTools<Content> {
  /** `resolves`: it is the way out of a collision, and the other text has to stay reachable. */
  save(
    itemId: string,
    version: number,
    content: Content,
    resolves: boolean,
  ): Promise<{ version: number; at: Date; afterDue: boolean }>;
  explain(error: unknown): FailedSave<Content>;
  /** Texts not yet on the server, kept in this browser, by item. */
  drafts: Drafts<Draft<Content>>;
  /** Whose name stands under a save of this page. */
  me: string;
}

/** What the desk has to know of the texts on it. */
export interface TextRules<Content> {
  /** As typed or pasted, as the server keeps it. */
  plain(typed: Content): Content;
  /** What of it can be sent, over what the server holds. */
  savable(typed: Content, kept: Content): Content;
  isOverlong(content: Content): boolean;
  /** Both texts in one. */
  join(mine: Content, theirs: Content): Content;
  /** `isShown`: a file is there for the item. */
  missing(itemId: string, content: Content, isShown: boolean): MissingPart[];
}
