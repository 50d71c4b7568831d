import { expect, it } from 'vitest';
import { mayApprove } from './four-eyes';

it('never lets the person who proposed approve', () => {
  expect(mayApprove({ userId: 'a' }, { userId: 'a' })).toBe(false);
  expect(mayApprove({ userId: 'a' }, { userId: 'b' })).toBe(true);
});
