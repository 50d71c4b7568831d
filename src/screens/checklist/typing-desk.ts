import type { MissingPart } from '@/domain/answer';
import { canonicalJson, type Json } from '@/domain/canonical-json';
import type { Card, DeskSnapshot, DeskTools, Kept, TextRules, Theirs } from './typing-card';

const WAIT_MS = 1000;
const UNDO_STEPS = 50;
const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60_000;

/**
 * The texts of one page, one an item, and their way to the server: a save follows a second after the typing stops, one at a time an
 * item, always from the version last known. Whatever a save meets (another's save, a lost line, a refusal, the end of
 * the session), the typed text stays here and in the tab's own store until the server has it.
 */
export class TypingDesk<Content extends Json> {
  readonly #cards = new Map<string, Card<Content>>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #underWay = new Set<string>();
  readonly #failures = new Map<string, number>();
  /** What the server held before each save of this page, the newest last: the way back, step by step. */
  readonly #past = new Map<string, Content[]>();
  /** Put back by `undo` and on its way: its save takes a step away instead of adding one. */
  readonly #undoing = new Map<string, Content>();
  /** Their next save is the way out of a collision. */
  readonly #resolving = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** The items for which a file is there. */
  #shown: ReadonlySet<string>;
  readonly #tools: DeskTools<Content>;
  readonly #rules: TextRules<Content>;
  #signedOut = false;
  #lastSavedAt: Date | null = null;
  #snapshot: DeskSnapshot<Content>;

  constructor(
    items: readonly (Kept<Content> & { itemId: string })[],
    rules: TextRules<Content>,
    tools: DeskTools<Content>,
    shown: ReadonlySet<string> = new Set(),
  ) {
    this.#rules = rules;
    this.#tools = tools;
    this.#shown = shown;
    for (const { itemId, content, version, saved } of items) this.#open(itemId, { content, version, saved });
    this.#snapshot = this.#picture();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): DeskSnapshot<Content> => this.#snapshot;

  /** Drafts that this browser still holds go on their way, or collide openly with what was saved since. */
  async recover(): Promise<void> {
    for (const [itemId, draft] of await this.#tools.drafts.readAll()) {
      const card = this.#cards.get(itemId);
      // What was typed on this page meanwhile is newer.
      if (card === undefined || card.phase !== 'kept') continue;
      const { content, saved, version } = card.kept;
      if (same(draft.content, content)) {
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

  type(itemId: string, typed: Content): void {
    const { phase, kept } = this.#card(itemId);
    const content = this.#rules.plain(typed);
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
    const unsaved = this.#rules.isOverlong(content) || !same(this.#rules.savable(content, kept.content), kept.content);
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
  adopt(itemId: string, kept: Kept<Content>): void {
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
    this.type(itemId, this.#rules.join(content, theirs.content));
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
    const content = this.#rules.savable(card.content, card.kept.content);
    if (same(content, card.kept.content)) {
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

  #settle(itemId: string, sent: Content, kept: Kept<Content>): void {
    const typedOn = !same(this.#card(itemId).content, sent);
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
  #rest(itemId: string, content: Content, kept: Kept<Content>): void {
    const overlong = this.#rules.isOverlong(content);
    this.#change(itemId, { kept, failure: null, phase: overlong ? 'overlong' : 'kept' });
    if (overlong) this.#tools.drafts.keep(itemId, { content, version: kept.version });
    else this.#tools.drafts.drop(itemId);
  }

  /** A step back for what the server held until now, or one less after an undo. */
  #remember(itemId: string, now: Content): void {
    const past = this.#past.get(itemId) ?? [];
    const undone = this.#undoing.get(itemId);
    const before = this.#card(itemId).kept.content;
    if (undone !== undefined && same(undone, now)) {
      this.#undoing.delete(itemId);
      this.#past.set(itemId, past.slice(0, -1));
    } else if (!same(before, now)) {
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

  #open(itemId: string, kept: Kept<Content>): void {
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

  #card(itemId: string): Card<Content> {
    const card = this.#cards.get(itemId);
    if (card === undefined) throw new Error('the desk has no such item');
    return card;
  }

  #change(itemId: string, part: Partial<Card<Content>>): void {
    const card = { ...this.#card(itemId), ...part };
    this.#cards.set(itemId, {
      ...card,
      missing: this.#missing(itemId, this.#rules.savable(card.content, card.kept.content)),
      undoable: (this.#past.get(itemId)?.length ?? 0) > 0,
    });
    this.#publish();
  }

  #missing(itemId: string, content: Content): MissingPart[] {
    return this.#rules.missing(itemId, content, this.#shown.has(itemId));
  }

  #publish(): void {
    this.#snapshot = this.#picture();
    for (const listener of this.#listeners) listener();
  }

  #picture(): DeskSnapshot<Content> {
    return {
      cards: new Map(this.#cards),
      signedOut: this.#signedOut,
      unsaved: [...this.#cards.values()].some((card) => card.phase !== 'kept'),
      lastSavedAt: this.#lastSavedAt,
    };
  }
}

function keptFrom<Content>(theirs: Theirs<Content>): Kept<Content> {
  return {
    content: theirs.content,
    version: theirs.version,
    saved: { at: theirs.at, by: theirs.by, afterDue: false },
  };
}

function same(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
