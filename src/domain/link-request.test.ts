import { expect, it } from 'vitest';
import { isWorthTelling } from './link-request';

const ASKED = { state: 'answering', campaignState: 'running' } as const;
const FIRST = { waiting: 0, withinADay: 0 };

it('a dead link’s press is told while a new link could be sent and nothing waits', () => {
  expect(isWorthTelling(ASKED, FIRST)).toBe(true);
  expect(isWorthTelling({ ...ASKED, campaignState: 'paused' }, FIRST)).toBe(true);
  expect(isWorthTelling(ASKED, { waiting: 1, withinADay: 1 })).toBe(false);
  expect(isWorthTelling(ASKED, { waiting: 0, withinADay: 2 })).toBe(true);
  expect(isWorthTelling(ASKED, { waiting: 0, withinADay: 3 })).toBe(false);
});

it('of what was withdrawn, declined or closed nobody is told', () => {
  for (const state of ['withdrawn', 'declined', 'closed_unanswered'] as const) {
    expect(isWorthTelling({ ...ASKED, state }, FIRST)).toBe(false);
  }
  expect(isWorthTelling({ ...ASKED, campaignState: 'closed' }, FIRST)).toBe(false);
});
