import { describe, expect, it } from 'vitest';
import { PendingCalls } from './pending-calls';

const ended = new Error('signed-out');
const pending = () => new PendingCalls((error) => error === ended);

describe('a call that meets the end of the session', () => {
  it('waits for the code and goes once more with the same words', async () => {
    const calls = pending();
    const sent: string[] = [];
    let open = false;
    const answer = calls.attempt(async () => {
      sent.push('質問です。');
      if (!open) throw ended;
      return 'asked';
    });
    await expect.poll(() => calls.waits()).toBe(true);
    open = true;
    calls.goOn();
    expect(calls.waits()).toBe(false);
    expect(await answer).toBe('asked');
    expect(sent).toEqual(['質問です。', '質問です。']);
  });

  it('asks for the code again where that session has ended too', async () => {
    const calls = pending();
    let tries = 0;
    const answer = calls.attempt(async () => {
      tries += 1;
      if (tries < 3) throw ended;
      return tries;
    });
    for (const times of [1, 2]) {
      await expect.poll(() => [calls.waits(), tries]).toEqual([true, times]);
      calls.goOn();
    }
    expect(await answer).toBe(3);
  });

  it('leaves every other failure to its caller, and tells who listens', async () => {
    const calls = pending();
    const heard: boolean[] = [];
    const end = calls.subscribe(() => heard.push(calls.waits()));
    await expect(calls.attempt(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(heard).toEqual([]);
    void calls.attempt(() => Promise.reject(ended));
    await expect.poll(() => heard).toEqual([true]);
    end();
  });
});
