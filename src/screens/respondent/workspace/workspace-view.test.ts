import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER, missingIn } from '@/domain/answer';
import type { Card } from '@/screens/checklist/answer-desk';
import type { WorkspaceData, WorkspaceItem } from './workspace-data';
import { isListed, isOpen, isUnmoved, isWritable, nextOpen, type View, viewNamed, viewsOf } from './workspace-view';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '実施しています。' };
const SAID = { verdict: null, reason: '', comment: '台数を。', asks: true, submitted: MET, filesMoved: false };
const answers: Record<string, AnswerContent> = { '1': MET, '2': EMPTY_ANSWER, '3': MET, '4': MET };

const item = (itemId: string, more: Partial<WorkspaceItem> = {}): WorkspaceItem => ({
  itemId,
  number: itemId,
  category: '態勢',
  answeredBy: 'vendor',
  item: { number: itemId, category: '態勢', objective: '', answeredBy: 'vendor', practices: [] } as never,
  content: MET,
  version: 1,
  missing: [],
  mayChange: true,
  saved: null,
  bank: null,
  assignee: null,
  prior: null,
  returned: null,
  reply: null,
  questions: [],
  ...more,
});
const cardOf = (itemId: string): Card => {
  const content = answers[itemId] ?? EMPTY_ANSWER;
  const kept = { content, version: 1, saved: null };
  return {
    content,
    kept,
    phase: 'kept',
    missing: missingIn(content, {}, false),
    failure: null,
    theirs: null,
    undoable: false,
  };
};
const ITEMS = [
  item('1'),
  item('2'),
  item('3', { returned: SAID, assignee: { invitationId: 'x', name: '小林' } }),
  item('4', { returned: { ...SAID, asks: false } }),
];
const data = (state: 'returned' | 'approved' | 'taken_back' | null, isLead = true) => ({
  rounds: state === null ? [] : [{ state } as WorkspaceData['rounds'][number]],
  items: ITEMS,
  isLead,
});
const listed = (view: View, isLead = true) =>
  ITEMS.filter((each) => isListed(view, each, cardOf, isLead)).map(({ number }) => number);

describe('what the workspace lists', () => {
  it('is everything, until a return asks for some', () => {
    expect(viewsOf(data(null))).toEqual(['all', 'missing', 'mine']);
    expect(viewsOf(data('approved'))[0]).toBe('all');
    expect(viewsOf(data('returned'))).toEqual(['returned', 'all', 'missing', 'mine']);
    expect(viewsOf(data('returned', false))).toEqual(['returned', 'all', 'missing']);
  });

  it('is what the address names, as far as that means something here', () => {
    const views = viewsOf(data('returned'));
    expect(viewNamed('all', views)).toBe('all');
    expect(viewNamed(null, views)).toBe('returned');
    expect(viewNamed('everything', views)).toBe('returned');
    expect(viewNamed('returned', viewsOf(data(null)))).toBe('all');
  });

  it('is by view: what lacks something now, what is asked for, what nobody else was asked for', () => {
    expect(listed('all')).toEqual(['1', '2', '3', '4']);
    expect(listed('missing')).toEqual(['2']);
    expect(listed('returned')).toEqual(['3']);
    expect(listed('mine')).toEqual(['1', '2', '4']);
    expect(listed('mine', false)).toEqual(['1', '2', '3', '4']);
  });
});

describe('what is still to be done', () => {
  it('is an item that lacks something, and one asked for until its answer, its files or a reply say more', () => {
    expect(ITEMS.filter((each) => isOpen(each, cardOf)).map(({ number }) => number)).toEqual(['2', '3']);
    const asked = item('3', { returned: SAID });
    const reply = { body: '12台です。', by: '田中', at: new Date(0), version: 1 };
    expect(isUnmoved(asked, cardOf)).toBe(true);
    expect(isUnmoved({ ...asked, reply }, cardOf)).toBe(false);
    expect(isUnmoved({ ...asked, returned: { ...SAID, filesMoved: true } }, cardOf)).toBe(false);
    expect(isUnmoved({ ...asked, returned: { ...SAID, submitted: EMPTY_ANSWER } }, cardOf)).toBe(false);
  });

  it('is written where a return leaves it open, and nowhere while the bank has it', () => {
    const items = [item('1', { mayChange: false }), item('3')];
    const numbers = (notWritable: WorkspaceData['notWritable']) =>
      items.filter((each) => isWritable({ notWritable }, each)).map(({ number }) => number);
    expect(numbers(null)).toEqual(['3']);
    expect(numbers('assessment-submitted')).toEqual([]);
  });

  it('is gone through after the open item and round to the start', () => {
    const open = (each: WorkspaceItem) => isOpen(each, cardOf);
    expect(nextOpen(ITEMS, '1', open)).toBe('2');
    expect(nextOpen(ITEMS, '2', open)).toBe('3');
    expect(nextOpen(ITEMS, '4', open)).toBe('2');
    expect(nextOpen(ITEMS, 'elsewhere', open)).toBe('2');
    expect(nextOpen([item('1')], '1', open)).toBeUndefined();
  });
});
