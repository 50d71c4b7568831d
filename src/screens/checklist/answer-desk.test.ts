import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnswerContent, type Asked, EMPTY_ANSWER } from '@/domain/answer';
import { AnswerDesk, type Draft, type FailedSave, type KeptAnswer } from './answer-desk';

const AT = new Date('2026-11-30T01:00:00Z');
const met = (current: string): AnswerContent => ({ ...EMPTY_ANSWER, status: 'met', current });

const NOTHING: KeptAnswer = { content: EMPTY_ANSWER, version: 0, saved: null };

function deskOf(drafts = new Map<string, Draft>(), standing: KeptAnswer = NOTHING, item: Asked = {}) {
  const calls: {
    version: number;
    content: AnswerContent;
    resolves: boolean;
    answer(): void;
    fail(why: FailedSave): void;
  }[] = [];
  const desk = new AnswerDesk([{ itemId: 'a', item, ...standing }], {
    me: '田中',
    save: (_itemId, version, content, resolves) =>
      new Promise((resolve, reject) => {
        calls.push({
          version,
          content,
          resolves,
          answer: () => resolve({ version: version + 1, at: AT, afterDue: false }),
          fail: (why) => reject(why),
        });
      }),
    explain: (error) => error as FailedSave,
    drafts: {
      readAll: async () => new Map(drafts),
      keep: (itemId, draft) => void drafts.set(itemId, draft),
      drop: (itemId) => void drafts.delete(itemId),
      end: () => undefined,
    },
  });
  const card = () => {
    const found = desk.snapshot().cards.get('a');
    if (!found) throw new Error('no card');
    return found;
  };
  return { desk, calls, drafts, card };
}
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the desk', () => {
  it('saves a second after the typing stops, once', async () => {
    const { desk, calls, card, drafts } = deskOf();
    desk.type('a', met('一'));
    await passed(900);
    desk.type('a', met('一二'));
    await passed(999);
    expect(calls).toHaveLength(0);
    await passed(1);
    expect(calls.map((call) => [call.version, call.content.current])).toEqual([[0, '一二']]);
    expect(drafts.has('a')).toBe(true);
    calls[0]?.answer();
    await passed(0);
    expect(card()).toMatchObject({ phase: 'kept', kept: { version: 1, saved: { at: AT, by: '田中' } }, missing: [] });
    expect(drafts.has('a')).toBe(false);
  });

  it('saves what was typed meanwhile from the new version', async () => {
    const { desk, calls, card } = deskOf();
    desk.type('a', met('一'));
    desk.flush('a');
    desk.type('a', met('一二'));
    await passed(1000);
    expect(calls).toHaveLength(1);
    calls[0]?.answer();
    await passed(1000);
    expect(calls.map((call) => [call.version, call.content.current])).toEqual([
      [0, '一'],
      [1, '一二'],
    ]);
    calls[1]?.answer();
    await passed(0);
    expect(card().phase).toBe('kept');
  });

  it('keeps a text that is too long in the browser and saves the rest of the card', async () => {
    const long = 'あ'.repeat(10_001);
    const { desk, calls, card, drafts } = deskOf();
    desk.type('a', { ...met(long), remarks: '備考' });
    await passed(1000);
    expect(calls.map((call) => call.content)).toEqual([{ ...met(''), remarks: '備考' }]);
    calls[0]?.answer();
    await passed(0);
    expect(card()).toMatchObject({ phase: 'overlong', content: { current: long }, kept: { version: 1 } });
    expect(card().missing).toContain('current');
    expect(desk.snapshot().unsaved).toBe(true);
    expect(drafts.get('a')).toEqual({ content: { ...met(long), remarks: '備考' }, version: 1 });

    const later = deskOf(drafts, {
      content: { ...met(''), remarks: '備考' },
      version: 1,
      saved: { at: AT, by: '田中', afterDue: false },
    });
    await later.desk.recover();
    await passed(1000);
    expect(later.calls).toHaveLength(0);
    expect(later.card()).toMatchObject({ phase: 'overlong', content: { current: long } });
    expect(drafts.has('a')).toBe(true);
    later.desk.type('a', { ...met('短く'), remarks: '備考' });
    await passed(1000);
    expect(later.calls.map((call) => [call.version, call.content.current])).toEqual([[1, '短く']]);
    later.calls[0]?.answer();
    await passed(0);
    expect(later.card().phase).toBe('kept');
    expect(drafts.has('a')).toBe(false);
  });

  it('takes a text in as the server keeps it, without what nobody sees', async () => {
    const { desk, calls, card } = deskOf();
    desk.type('a', met('一\u000B二\u0000\u0007三'));
    expect(card().content.current).toBe('一\n二三');
    await passed(1000);
    expect(calls.map((call) => call.content.current)).toEqual(['一\n二三']);
    calls[0]?.answer();
    await passed(0);
    expect(card().phase).toBe('kept');
  });

  it('keeps the text and tries again when nobody answers', async () => {
    const { desk, calls, card, drafts } = deskOf();
    desk.type('a', met('一'));
    desk.flush('a');
    calls[0]?.fail({ kind: 'offline' });
    await passed(0);
    expect(card()).toMatchObject({ phase: 'offline', content: met('一') });
    expect(drafts.get('a')).toEqual({ content: met('一'), version: 0 });
    await passed(5000);
    calls[1]?.fail({ kind: 'offline' });
    await passed(9999);
    expect(calls).toHaveLength(2);
    await passed(1);
    calls[2]?.answer();
    await passed(0);
    expect(card().phase).toBe('kept');
  });

  it('asks for the code over the page and then saves', async () => {
    const { desk, calls, card } = deskOf();
    desk.type('a', met('一'));
    desk.flush('a');
    calls[0]?.fail({ kind: 'signed-out' });
    await passed(0);
    expect(desk.snapshot()).toMatchObject({ signedOut: true, unsaved: true });
    desk.retry();
    calls[1]?.answer();
    await passed(0);
    expect(desk.snapshot()).toMatchObject({ signedOut: false, unsaved: false });
    expect(card().content).toEqual(met('一'));
  });

  it('says of a save that it is the way out of a collision, and of none after it', async () => {
    const theirs = { content: met('保存済み'), version: 4, by: '田中', at: AT };
    const { desk, calls } = deskOf();
    desk.type('a', met('自分'));
    desk.flush('a');
    calls[0]?.fail({ kind: 'collision', theirs });
    await passed(0);
    desk.join('a');
    await passed(1000);
    calls[1]?.answer();
    await passed(0);
    desk.type('a', met('その後'));
    await passed(1000);
    expect(calls.map(({ version, resolves }) => [version, resolves])).toEqual([
      [0, false],
      [4, true],
      [5, false],
    ]);
  });

  it('offers both texts of a collision; each way out saves from their version', async () => {
    const theirs = { content: met('相手'), version: 4, by: '佐藤', at: AT };
    const collided = async () => {
      const made = deskOf();
      made.desk.type('a', met('自分'));
      made.desk.flush('a');
      made.calls[0]?.fail({ kind: 'collision', theirs });
      await passed(0);
      expect(made.card()).toMatchObject({ phase: 'collision', theirs, content: met('自分') });
      return made;
    };
    const mine = await collided();
    mine.desk.takeMine('a');
    expect(mine.calls[1]).toMatchObject({ version: 4, content: met('自分') });
    const their = await collided();
    their.desk.takeTheirs('a');
    expect(their.card()).toMatchObject({ phase: 'kept', content: met('相手'), kept: { version: 4 } });
    expect(their.calls).toHaveLength(1);
    const both = await collided();
    both.desk.join('a');
    await passed(1000);
    expect(both.calls[1]).toMatchObject({ version: 4, content: met('自分\n相手') });
  });

  it('puts back what was saved before, a step at each press, each a save of its own', async () => {
    const { desk, calls, card } = deskOf();
    const saved = async (content: AnswerContent) => {
      desk.type('a', content);
      desk.flush('a');
      calls.at(-1)?.answer();
      await passed(0);
    };
    expect(card().undoable).toBe(false);
    desk.undo('a');
    expect(calls).toHaveLength(0);
    await saved(met('一'));
    await saved(met('二'));
    expect(card().undoable).toBe(true);
    desk.undo('a');
    expect(calls.at(-1)).toMatchObject({ version: 2, content: met('一') });
    calls.at(-1)?.answer();
    await passed(0);
    expect(card()).toMatchObject({ phase: 'kept', content: met('一'), undoable: true, kept: { version: 3 } });
    desk.undo('a');
    calls.at(-1)?.answer();
    await passed(0);
    expect(card()).toMatchObject({ content: EMPTY_ANSWER, undoable: false, kept: { version: 4 } });
    desk.undo('a');
    expect(calls).toHaveLength(4);
  });

  it('puts a text back while the one after it is still on its way', async () => {
    const { desk, calls, card } = deskOf();
    desk.type('a', met('一'));
    desk.flush('a');
    calls[0]?.answer();
    await passed(0);
    desk.type('a', met('二'));
    desk.flush('a');
    desk.undo('a');
    expect(calls).toHaveLength(2);
    calls[1]?.answer();
    await passed(1000);
    expect(calls[2]).toMatchObject({ version: 2, content: met('一') });
    calls[2]?.answer();
    await passed(0);
    expect(card()).toMatchObject({ phase: 'kept', content: met('一'), undoable: true });
    desk.undo('a');
    expect(calls[3]).toMatchObject({ version: 3, content: EMPTY_ANSWER });
  });

  it('puts nothing back over a colleague’s save unseen', async () => {
    const theirs = { content: met('相手'), version: 4, by: '佐藤', at: AT };
    const { desk, calls, card } = deskOf();
    desk.type('a', met('一'));
    desk.flush('a');
    calls[0]?.answer();
    await passed(0);
    desk.undo('a');
    calls[1]?.fail({ kind: 'collision', theirs });
    await passed(0);
    expect(card()).toMatchObject({ phase: 'collision', theirs });
    desk.undo('a');
    expect(calls).toHaveLength(2);
    desk.takeTheirs('a');
    expect(card()).toMatchObject({ content: met('相手'), undoable: false });
  });

  it('lays a draft beside what a colleague saved since, and sends nothing before somebody chose', async () => {
    const theirs = { content: met('同僚の文'), version: 3, saved: { at: AT, by: '小林', afterDue: false } };
    const { desk, calls, card } = deskOf(new Map([['a', { content: met('閉じる前'), version: 2 }]]), theirs);
    await desk.recover();
    await passed(5000);
    expect(calls).toHaveLength(0);
    expect(card()).toMatchObject({
      phase: 'collision',
      content: met('閉じる前'),
      theirs: { content: met('同僚の文'), version: 3, by: '小林' },
    });
    desk.takeMine('a');
    await passed(0);
    expect(calls[0]).toMatchObject({ version: 3, content: met('閉じる前') });
  });

  it('takes up a draft that the browser still holds', async () => {
    const { desk, calls } = deskOf(new Map([['a', { content: met('閉じる前'), version: 0 }]]));
    await desk.recover();
    await passed(1000);
    expect(calls[0]).toMatchObject({ version: 0, content: met('閉じる前') });
  });

  it('sends no date that is only begun', async () => {
    const { desk, calls, card } = deskOf();
    desk.type('a', { ...met('一'), promised: { precision: 'day', date: '' } });
    await passed(1000);
    expect(calls[0]?.content.promised).toBeNull();
    calls[0]?.answer();
    await passed(0);
    expect(card()).toMatchObject({ phase: 'kept', content: { promised: { precision: 'day', date: '' } } });
  });

  it('knows at once what an item lacks when its file comes or goes', () => {
    const { desk, card } = deskOf(
      new Map(),
      { content: met('実施済み'), version: 1, saved: null },
      { evidenceNeeded: true },
    );
    expect(card().missing).toEqual(['evidence']);
    desk.show(new Set(['a']));
    expect(card().missing).toEqual([]);
    desk.show(new Set());
    expect(card().missing).toEqual(['evidence']);
  });
});
