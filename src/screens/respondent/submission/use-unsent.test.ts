import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '@/domain/answer';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { unsentItems } from './use-unsent';

const item = (itemId: string, reply: string | null = null) =>
  ({
    itemId,
    mayChange: true,
    content: { ...EMPTY_ANSWER, current: '保存済み' },
    reply: reply === null ? null : { body: reply },
  }) as WorkspaceItem;
const DATA = { items: [item('1'), item('2', '12台です。')], notWritable: null };
const draft = <Content>(content: Content) => ({ content });

describe('what is not on the server', () => {
  it('is an answer or a reply that this browser keeps and that says something else', () => {
    const typed = new Map([['1', draft({ ...EMPTY_ANSWER, current: '打ちかけ' })]]);
    expect(unsentItems(DATA, typed, new Map())).toEqual(['1']);
    expect(unsentItems(DATA, new Map(), new Map([['2', draft('14台です。')]]))).toEqual(['2']);
    expect(unsentItems(DATA, new Map(), new Map([['1', draft('返信')]]))).toEqual(['1']);
  });

  it('is nothing that arrived meanwhile, and nothing that can’t be sent any more', () => {
    const arrived = new Map([['1', draft({ ...EMPTY_ANSWER, current: '保存済み' })]]);
    expect(unsentItems(DATA, arrived, new Map([['2', draft('12台です。 ')]]))).toEqual([]);
    const typed = new Map([['1', draft({ ...EMPTY_ANSWER, current: '打ちかけ' })]]);
    expect(unsentItems({ ...DATA, notWritable: 'assessment-submitted' }, typed, new Map())).toEqual([]);
  });
});
