import { describe, expect, it } from 'vitest';
import { createLogger } from './logger';

const TOKEN = 'kD3x_Zf0aQ9-bT7uWv5yRs1LmN2oPq4XcE6gHi8JjKk';
const MAIL_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

function capture(): { lines: string[]; logger: ReturnType<typeof createLogger> } {
  const lines: string[] = [];
  return { lines, logger: createLogger({ write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  it('keeps ids, job ids, counts and times readable', () => {
    const { lines, logger } = capture();
    logger.info({ mailId: MAIL_ID, job: `mail.send_${MAIL_ID}_${MAIL_ID}`, milliseconds: 123456 }, 'mail sent');
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'info', mailId: MAIL_ID, milliseconds: 123456, msg: 'mail sent' });
    expect(line.job).toBe(`mail.send_${MAIL_ID}_${MAIL_ID}`);
  });

  it.each([
    ['a field', (logger: ReturnType<typeof createLogger>, canary: string) => logger.info({ canary }, 'x')],
    ['a nested field', (logger, canary) => logger.warn({ a: { b: [{ canary: `to ${canary}.` }] } }, 'x')],
    ['a key', (logger, canary) => logger.info({ [canary]: 1 }, 'x')],
    ['the message', (logger, canary) => logger.info({}, `sent ${canary} away`)],
    ['an error', (logger, canary) => logger.error({ err: new Error(`refused: <${canary}>`) }, 'x')],
    ['an error’s cause', (logger, canary) => logger.error({ err: new Error('x', { cause: new Error(canary) }) }, 'x')],
    ['a child', (logger, canary) => logger.child({ canary }).info({}, 'x')],
  ] satisfies [string, (logger: ReturnType<typeof createLogger>, canary: string) => void][])(
    'lets no address, token or code through in %s',
    (_where, log) => {
      for (const canary of ['tanaka.canary@mirai-kakeibo.example', '田中@例.example', TOKEN, '739204', '739 204']) {
        const { lines, logger } = capture();
        log(logger, canary);
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toContain(canary);
      }
    },
  );

  it('masks a code that was logged as a number', () => {
    const { lines, logger } = capture();
    logger.info({ code: 739204 }, 'x');
    expect(lines[0]).not.toContain('739204');
  });
});
