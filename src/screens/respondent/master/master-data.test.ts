import { expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import type { Card } from '@/screens/checklist/answer-desk';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { keepOffers, type MasterService, standingCounts } from './master-data';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '守っている' };
const at = (date: string) => new Date(`${date}T03:00:00Z`);
const item = (itemId: string, attestedAt: Date | null = null) =>
  ({ itemId, item: {}, prior: attestedAt && { attested: { at: attestedAt } } }) as unknown as WorkspaceItem;
const card = (content: AnswerContent, savedAt: Date) =>
  ({ kept: { content, saved: { at: savedAt } } }) as unknown as Card;

it('tells before saving what is new, what replaces an older answer, what is the same, and what is older than the master', () => {
  const cards = new Map([
    ['new', card(MET, at('2025-12-19'))],
    ['replaces', card(MET, at('2026-11-27'))],
    ['same', card(MET, at('2026-11-27'))],
    ['older', card(MET, at('2025-12-19'))],
    ['attested', card(MET, at('2025-12-19'))],
    ['begun', card({ ...MET, current: '' }, at('2026-11-27'))],
    ['blank', card(EMPTY_ANSWER, at('2026-11-27'))],
  ]);
  const items = [...cards.keys()].map((id) => item(id, id === 'attested' ? at('2026-11-27') : null));
  const offers = keepOffers(items, (itemId) => cards.get(itemId));
  expect(offers.map(({ itemId, whole }) => [itemId, whole])).toEqual([
    ['new', true],
    ['replaces', true],
    ['same', true],
    ['older', true],
    ['attested', true],
    ['begun', false],
  ]);
  const other = { content: { ...MET, current: '別の答え' }, answeredAt: at('2026-05-01') };
  const service = {
    items: [
      { itemId: 'replaces', ...other },
      { itemId: 'same', content: MET, answeredAt: at('2026-05-01') },
      { itemId: 'older', ...other },
      { itemId: 'attested', ...other },
    ],
  } as MasterService;
  const whole = offers.filter((each) => each.whole);
  expect(standingCounts(whole, service)).toEqual({ new: 1, replaces: 2, same: 1, older: 1 });
  expect(standingCounts(whole, null)).toEqual({ new: 5, replaces: 0, same: 0, older: 0 });
});
