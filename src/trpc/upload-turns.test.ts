import { describe, expect, it } from 'vitest';
import { refusalOf } from '@/usecases/testing/refusal-of';
import { inTurn } from './upload-turns';

const BUSY = { code: 'uploads-busy', params: {} };

/** Work that lasts until it is let go, and how much of it goes on. */
function gate() {
  let running = 0;
  const open: (() => void)[] = [];
  const work = () =>
    new Promise<void>((resolve) => {
      running += 1;
      open.push(() => {
        running -= 1;
        resolve();
      });
    });
  return { work, running: () => running, letGo: () => open.shift()?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns of large uploads', () => {
  it('let four in at once, the next as one goes, in the order they came, and refuse the twenty-first', async () => {
    const { work, running, letGo } = gate();
    const ended: number[] = [];
    const all = Array.from({ length: 20 }, (_, at) => inTurn(work).then(() => ended.push(at)));
    await settle();
    expect(running()).toBe(4);
    expect(await refusalOf(inTurn(work))).toEqual(BUSY);
    for (let left = 20; left > 0; left -= 1) {
      letGo();
      await settle();
      expect(running()).toBe(Math.min(4, left - 1));
    }
    await Promise.all(all);
    expect(ended).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('go on after work that failed, and refuse who waited too long without losing a turn', async () => {
    await expect(inTurn(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    const { work, running, letGo } = gate();
    const four = Array.from({ length: 4 }, () => inTurn(work));
    expect(await refusalOf(inTurn(work, 10))).toEqual(BUSY);
    const later = inTurn(work);
    for (let at = 0; at < 5; at += 1) {
      letGo();
      await settle();
    }
    await Promise.all([...four, later]);
    expect(running()).toBe(0);
  });
});
