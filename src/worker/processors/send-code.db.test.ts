import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '@/adapters/mailer';
import { identityTransaction } from '@/auth/doors';
import { planOneTimeCode, redeemOneTimeCode } from '@/auth/one-time-code';
import { oneTimeDigits } from '@/auth/secrets';
import { newId } from '@/db/new-id';
import { invitation } from '@/db/schema/campaign';
import { oneTimeCode } from '@/db/schema/platform';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank } from '@/usecases/testing/bank-fixture';
import { type TestBench, testBench } from '../bench.fixture';
import { sendCode } from './send-code';
import { sweep } from './sweep';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const browserToken = 'a browser';
/** An address of its own each time: codes are limited by the hour. */
const plan = (part: Partial<Parameters<typeof planOneTimeCode>[1]> = {}) =>
  identityTransaction((tx) =>
    planOneTimeCode(tx, {
      audience: 'bank',
      address: `${newId()}@aoba.example`,
      browserToken,
      deliverable: true,
      locale: 'ja',
      invitation: null,
      now: bench.outside.clock.now(),
      ...part,
    }),
  );
const stateOf = async (codeId: string) => {
  const [row] = await identityTransaction((tx) => tx.select().from(oneTimeCode).where(eq(oneTimeCode.id, codeId)));
  return row?.mailState;
};
/** The digits as the mail shows them. */
const digitsIn = (text: string) => (/\d{3} ?\d{3}/.exec(text)?.[0] ?? '').replace(' ', '');

describe('the mail with a code', () => {
  it('carries the digits that open the door, once', async () => {
    const codeId = await plan();
    await Promise.all([sendCode(bench, { codeId }), sendCode(bench, { codeId })]);
    expect(bench.mailbox.messages).toHaveLength(1);
    const digits = digitsIn(bench.mailbox.messages[0]?.text ?? '');
    expect(digits).toBe(oneTimeDigits(codeId));
    expect(await stateOf(codeId)).toBe('sent');
    const now = bench.outside.clock.now();
    const redeemed = await identityTransaction((tx) =>
      redeemOneTimeCode(tx, { audience: 'bank', browserToken, digits, now }),
    );
    expect(redeemed).not.toHaveProperty('refused');
    expect(bench.lines.join('')).not.toContain(digits);
  });

  it('names the bank that asks, when it was asked for with a link', async () => {
    const { assessmentIds } = await launchTestCampaign(bank, bench.outside);
    const [invited] = await bank.system.transaction((tx) =>
      tx
        .select()
        .from(invitation)
        .where(eq(invitation.assessmentId, assessmentIds[0] ?? '')),
    );
    const codeId = await plan({
      audience: 'respondent',
      address: invited?.address ?? '',
      invitation: { tenantId: bank.tenantId, invitationId: invited?.id ?? '' },
    });
    await sendCode(bench, { codeId });
    const [arrived] = bench.mailbox.messages;
    expect(arrived?.text).toContain('aoba銀行');
    expect(arrived?.text).toContain('aoba接続先1');
    expect(arrived?.headers['reply-to']).toContain('tenken@aoba.example');
  });

  it('goes to nobody who is unknown, and not when the code has run out', async () => {
    const unknown = await plan({ deliverable: false });
    const late = await plan();
    await sendCode(bench, { codeId: unknown });
    bench.outside.clock.advance(11 * 60_000);
    await sendCode(bench, { codeId: late });
    expect(bench.mailbox.messages).toHaveLength(0);
    expect(await stateOf(unknown)).toBe('none');
  });

  it('fails the job while the server is away, so that the queue tries again', async () => {
    const codeId = await plan();
    const away = { ...bench, mailer: smtpMailer('smtp://127.0.0.1:9') };
    await expect(sendCode(away, { codeId })).rejects.toThrow('did not take the mail');
    expect(await stateOf(codeId)).toBe('planned');
    await sendCode(bench, { codeId });
    expect(bench.mailbox.messages).toHaveLength(1);
  });

  it('is found by the sweep when its wake was lost', async () => {
    const codeId = await plan();
    await sweep(bench);
    expect(bench.outside.wakes).toContainEqual({ kind: 'code.send', payload: { codeId } });
  });
});
