import { type AnswerContent, type Asked, type MissingPart, missingIn, sameContent } from '@/domain/answer';
import { joinAnswers } from '@/domain/answer-collision';
import { overlongTexts, plainAnswer, savableAnswer } from '@/domain/answer-texts';
import type { Drafts } from './sealed-drafts';

/** What the server holds of one item's answer, and what a save of it names as its start. */
export interface KeptAnswer {
  content: AnswerContent;
  /** 0: never saved. */
  version: number;
  saved: { at: Date; by: string; afterDue: boolean } | null;
}

/** One item on the desk: what it asks for beyond its texts, and the answer that the server holds. */
export type DeskItem = KeptAnswer & { itemId: string; item: Asked };

/** What was typed, and the version that it was typed over. */
export interface Draft {
  content: AnswerContent;
  version: number;
}

export interface TheirAnswer {
  content: AnswerContent;
  version: number;
  by: string;
  at: Date;
}

/**
 * `kept` as on the server · `typed` not sent yet · `saving` · `offline` tries again by itself · `refused` · `overlong` all but
 * a text that has to be shorter is on the server · `collision`.
 */
export type CardPhase = 'kept' | 'typed' | 'saving' | 'offline' | 'refused' | 'overlong' | 'collision';

export interface Card {
  content: AnswerContent;
  kept: KeptAnswer;
  phase: CardPhase;
  missing: MissingPart[];
  /** The failed call, for its sentence; null unless offline or refused. */
  failure: unknown;
  theirs: TheirAnswer | null;
  /** There is a text that was saved before and can be put back. */
  undoable: boolean;
}

/** What a failed save was: another's save (with it), a refusal, the end of the session, or no answer at all. */
export type FailedSave = { kind: 'collision'; theirs: TheirAnswer } | { kind: 'refused' | 'signed-out' | 'offline' };

export interface DeskSnapshot {
  cards: ReadonlyMap<string, Card>;
  /** The session ended while something is unsaved: ask for the code over the page, then `retry`. */
  signedOut: boolean;
  /** Something is typed that the server doesn't hold. */
  unsaved: boolean;
  lastSavedAt: Date | null;
}

export interface DeskTools {
  save(
    itemId: string,
    version: number,
    content: AnswerContent,
    /** It is the way out of a collision: the other text has to stay reachable. */
    resolves: boolean,
  ): Promise<{ version: number; at: Date; afterDue: boolean }>;
  explain(error: unknown): FailedSave;
  /** Texts not yet on the server, kept in this browser, by item. */
  drafts: Drafts<Draft>;
  /** Whose name stands under a save of this page. */
  me: string;
}

const WAIT_MS = 1000;
const UNDO_STEPS = 50;
const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60_000;

const isOverlong = (content: AnswerContent) => overlongTexts(content).length > 0;

/**
 * The answers on one page and their way to the server: a save follows a second after the typing stops, one at a time an
 * item, always from the version last known. Whatever a save meets (another's save, a lost line, a refusal, the end of
 * the session), the typed text stays here and in the tab's own store until the server has it.
 */
export class AnswerDesk {
  readonly #asked = new Map<string, Asked>();
  readonly #cards = new Map<string, Card>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #underWay = new Set<string>();
  readonly #failures = new Map<string, number>();
  /** What the server held before each save of this page, the newest last: the way back, step by step. */
  readonly #past = new Map<string, AnswerContent[]>();
  /** Put back by `undo` and on its way: its save takes a step away instead of adding one. */
  readonly #undoing = new Map<string, AnswerContent>();
  /** Their next save is the way out of a collision. */
  readonly #resolving = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** The items for which a file is there. */
  #shown: ReadonlySet<string>;
  readonly #tools: DeskTools;
  #signedOut = false;
  #lastSavedAt: Date | null = null;
  #snapshot: DeskSnapshot;

  constructor(items: readonly DeskItem[], tools: DeskTools, shown: ReadonlySet<string> = new Set()) {
    this.#tools = tools;
    this.#shown = shown;
    for (const { itemId, item, content, version, saved } of items) {
      this.#asked.set(itemId, item);
      this.#open(itemId, { content, version, saved });
    }
    this.#snapshot = this.#picture();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): DeskSnapshot => this.#snapshot;

  /** Drafts that this browser still holds go on their way, or collide openly with what was saved since. */
  async recover(): Promise<void> {
    for (const [itemId, draft] of await this.#tools.drafts.readAll()) {
      const card = this.#cards.get(itemId);
      // What was typed on this page meanwhile is newer.
      if (card === undefined || card.phase !== 'kept') continue;
      const { content, saved, version } = card.kept;
      if (sameContent(draft.content, content)) {
        this.#tools.drafts.drop(itemId);
      } else if (draft.version === version || saved === null) {
        this.type(itemId, draft.content);
      } else {
        const theirs = { content, version, by: saved.by, at: saved.at };
        const kept = { ...card.kept, version: draft.version };
        this.#change(itemId, { content: draft.content, kept, phase: 'collision', theirs });
      }
    }
  }

  type(itemId: string, typed: AnswerContent): void {
    const { phase, kept } = this.#card(itemId);
    const content = plainAnswer(typed);
    this.#undoing.delete(itemId);
    this.#change(itemId, { content, phase: phase === 'collision' || phase === 'saving' ? phase : 'typed' });
    this.#tools.drafts.keep(itemId, { content, version: kept.version });
    this.#later(itemId, WAIT_MS);
  }

  /**
   * Puts back what was saved before, at once and like anything typed: a save of its own from the version last known,
   * which meets a colleague's openly. What is typed and not saved yet goes back to what is saved.
   */
  undo(itemId: string): void {
    const { phase, content, kept } = this.#card(itemId);
    if (phase === 'collision') return;
    const unsaved = isOverlong(content) || !sameContent(savableAnswer(content, kept.content), kept.content);
    const target = unsaved ? kept.content : this.#past.get(itemId)?.at(-1);
    if (target === undefined) return;
    this.type(itemId, target);
    this.#undoing.set(itemId, target);
    void this.#send(itemId);
  }

  /** Saves now what waits: on leaving a field or the page. */
  flush(itemId: string): void {
    if (this.#timers.has(itemId)) void this.#send(itemId);
  }

  /** Tries everything again that was offline, refused or cut off by the end of the session. */
  retry(): void {
    this.#signedOut = false;
    this.#publish();
    for (const [itemId, card] of this.#cards) {
      if (card.phase === 'offline' || card.phase === 'refused') void this.#send(itemId);
    }
  }

  /** The server holds this answer now, by another way than a save of this page. */
  adopt(itemId: string, kept: KeptAnswer): void {
    clearTimeout(this.#timers.get(itemId));
    this.#timers.delete(itemId);
    this.#tools.drafts.drop(itemId);
    this.#remember(itemId, kept.content);
    this.#change(itemId, { content: kept.content, kept, phase: 'kept', failure: null, theirs: null });
  }

  /** Files came or went: the items for which one is there now. */
  show(itemIds: ReadonlySet<string>): void {
    const before = this.#shown;
    this.#shown = itemIds;
    for (const id of this.#cards.keys()) if (before.has(id) !== itemIds.has(id)) this.#change(id, {});
  }

  takeMine(itemId: string): void {
    const { theirs, content } = this.#card(itemId);
    if (theirs === null) return;
    this.#resolving.add(itemId);
    this.#change(itemId, { kept: keptFrom(theirs), theirs: null, phase: 'typed' });
    this.#tools.drafts.keep(itemId, { content, version: theirs.version });
    void this.#send(itemId);
  }

  takeTheirs(itemId: string): void {
    const { theirs } = this.#card(itemId);
    if (theirs === null) return;
    this.#resolving.delete(itemId);
    // Steps back from a colleague's text would lead over it to one's own older ones.
    this.#past.delete(itemId);
    this.#change(itemId, { content: theirs.content, kept: keptFrom(theirs), theirs: null, phase: 'kept' });
    this.#tools.drafts.drop(itemId);
  }

  /** Both texts into the form, to be edited; saved like anything typed. */
  join(itemId: string): void {
    const { theirs, content } = this.#card(itemId);
    if (theirs === null) return;
    this.#resolving.add(itemId);
    this.#change(itemId, { kept: keptFrom(theirs), theirs: null, phase: 'typed' });
    this.type(itemId, joinAnswers(content, theirs.content));
  }

  /** Ends the timers; what is unsaved stays in the browser's store. */
  close(): void {
    this.#tools.drafts.end();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #send(itemId: string): Promise<void> {
    clearTimeout(this.#timers.get(itemId));
    this.#timers.delete(itemId);
    const card = this.#card(itemId);
    // The answer to the save under way decides what comes next.
    if (this.#underWay.has(itemId) || card.phase === 'collision') return;
    const content = savableAnswer(card.content, card.kept.content);
    if (sameContent(content, card.kept.content)) {
      this.#undoing.delete(itemId);
      this.#rest(itemId, card.content, card.kept);
      return;
    }
    this.#underWay.add(itemId);
    this.#change(itemId, { phase: 'saving' });
    try {
      const resolves = this.#resolving.has(itemId);
      const { version, at, afterDue } = await this.#tools.save(itemId, card.kept.version, content, resolves);
      this.#resolving.delete(itemId);
      this.#underWay.delete(itemId);
      this.#failures.delete(itemId);
      this.#lastSavedAt = at;
      this.#settle(itemId, card.content, { content, version, saved: { at, by: this.#tools.me, afterDue } });
    } catch (error) {
      this.#underWay.delete(itemId);
      this.#fail(itemId, error);
    }
  }

  #settle(itemId: string, sent: AnswerContent, kept: KeptAnswer): void {
    const typedOn = !sameContent(this.#card(itemId).content, sent);
    this.#remember(itemId, kept.content);
    if (!typedOn) {
      this.#rest(itemId, sent, kept);
      return;
    }
    this.#change(itemId, { kept, failure: null, phase: 'typed' });
    this.#tools.drafts.keep(itemId, { content: this.#card(itemId).content, version: kept.version });
    this.#later(itemId, WAIT_MS);
  }

  /** Nothing more to send: what can't be sent as it is stays in the browser's store, over what the server holds. */
  #rest(itemId: string, content: AnswerContent, kept: KeptAnswer): void {
    const overlong = isOverlong(content);
    this.#change(itemId, { kept, failure: null, phase: overlong ? 'overlong' : 'kept' });
    if (overlong) this.#tools.drafts.keep(itemId, { content, version: kept.version });
    else this.#tools.drafts.drop(itemId);
  }

  /** A step back for what the server held until now, or one less after an undo. */
  #remember(itemId: string, now: AnswerContent): void {
    const past = this.#past.get(itemId) ?? [];
    const undone = this.#undoing.get(itemId);
    const before = this.#card(itemId).kept.content;
    if (undone !== undefined && sameContent(undone, now)) {
      this.#undoing.delete(itemId);
      this.#past.set(itemId, past.slice(0, -1));
    } else if (!sameContent(before, now)) {
      this.#past.set(itemId, [...past, before].slice(-UNDO_STEPS));
    }
  }

  #fail(itemId: string, error: unknown): void {
    const why = this.#tools.explain(error);
    if (why.kind === 'collision') {
      this.#undoing.delete(itemId);
      this.#change(itemId, { phase: 'collision', theirs: why.theirs, failure: null });
      return;
    }
    if (why.kind === 'signed-out') this.#signedOut = true;
    if (why.kind === 'offline') {
      const failures = this.#failures.get(itemId) ?? 0;
      this.#failures.set(itemId, failures + 1);
      this.#later(itemId, Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS));
    }
    this.#change(itemId, { phase: why.kind === 'offline' ? 'offline' : 'refused', failure: error });
  }

  #later(itemId: string, wait: number): void {
    clearTimeout(this.#timers.get(itemId));
    this.#timers.set(
      itemId,
      setTimeout(() => void this.#send(itemId), wait),
    );
  }

  #open(itemId: string, kept: KeptAnswer): void {
    const { content } = kept;
    this.#cards.set(itemId, {
      content,
      kept,
      phase: 'kept',
      missing: this.#missing(itemId, content),
      failure: null,
      theirs: null,
      undoable: false,
    });
  }

  #card(itemId: string): Card {
    const card = this.#cards.get(itemId);
    if (card === undefined) throw new Error('the desk has no such item');
    return card;
  }

  #change(itemId: string, part: Partial<Card>): void {
    const card = { ...this.#card(itemId), ...part };
    this.#cards.set(itemId, {
      ...card,
      missing: this.#missing(itemId, savableAnswer(card.content, card.kept.content)),
      undoable: (this.#past.get(itemId)?.length ?? 0) > 0,
    });
    this.#publish();
  }

  #missing(itemId: string, content: AnswerContent): MissingPart[] {
    return missingIn(content, this.#asked.get(itemId) ?? {}, this.#shown.has(itemId));
  }

  #publish(): void {
    this.#snapshot = this.#picture();
    for (const listener of this.#listeners) listener();
  }

  #picture(): DeskSnapshot {
    return {
      cards: new Map(this.#cards),
      signedOut: this.#signedOut,
      unsaved: [...this.#cards.values()].some((card) => card.phase !== 'kept'),
      lastSavedAt: this.#lastSavedAt,
    };
  }
}

function keptFrom(theirs: TheirAnswer): KeptAnswer {
  return {
    content: theirs.content,
    version: theirs.version,
    saved: { at: theirs.at, by: theirs.by, afterDue: false },
  };
}
