import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_REPLY_LENGTH } from '@/domain/reply';
import { replyDesk, withReplies } from './use-replies';
import type { WorkspaceItem } from './workspace-data';

const AT = new Date('2026-11-30T01:00:00Z');
const item = (itemId: string, reply: WorkspaceItem['reply']) => ({ itemId, reply }) as WorkspaceItem;
const ITEMS = [item('a', null), item('b', { body: '12台です。', by: '佐藤', at: AT, version: 2 })];

function opened() {
  const saved: [string, number, string][] = [];
  const drafts = new Map<string, { content: string; version: number }>();
  const desk = replyDesk(ITEMS, {
    me: '田中',
    save: async (itemId, version, body) => {
      saved.push([itemId, version, body]);
      return { version: version + 1, at: AT, afterDue: false };
    },
    explain: () => ({ kind: 'refused' }),
    drafts: {
      readAll: async () => new Map(drafts),
      keep: (itemId, draft) => void drafts.set(itemId, draft),
      drop: (itemId) => void drafts.delete(itemId),
      end: () => undefined,
    },
  });
  return { desk, saved, drafts };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a reply', () => {
  it('is saved as it is typed, without a button, and stands with the item at once', async () => {
    const { desk, saved, drafts } = opened();
    desk.type('a', '14台です。');
    expect(drafts.get('a')).toEqual({ content: '14台です。', version: 0 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([['a', 0, '14台です。']]);
    expect(drafts.size).toBe(0);
    const [first] = withReplies([...ITEMS], desk.snapshot());
    expect(first?.reply).toEqual({ body: '14台です。', by: '田中', at: AT, version: 1 });
  });

  it('goes from the version that was read, and blank ones take it back', async () => {
    const { desk, saved } = opened();
    desk.type('b', ' \n');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([['b', 2, '']]);
  });

  it('that is too long stays in the browser until it is shorter', async () => {
    const { desk, saved, drafts } = opened();
    desk.type('b', 'あ'.repeat(MAX_REPLY_LENGTH + 1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([]);
    expect(desk.snapshot().cards.get('b')?.phase).toBe('overlong');
    expect(drafts.has('b')).toBe(true);
    desk.type('b', 'あ'.repeat(MAX_REPLY_LENGTH));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toHaveLength(1);
    expect(drafts.has('b')).toBe(false);
  });
});
