import { expect, it } from 'vitest';
import { movedClock } from './clock';

it('stands still until it is moved, and hands out dates that cannot move it', () => {
  const clock = movedClock(new Date('2026-11-27T00:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-11-27T00:00:00.000Z');
  clock.advance(60_000);
  expect(clock.now().toISOString()).toBe('2026-11-27T00:01:00.000Z');
  clock.moveTo(new Date('2026-12-25T08:00:00Z'));
  expect(clock.now().toISOString()).toBe('2026-12-25T08:00:00.000Z');
});
