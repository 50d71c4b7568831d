import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { revision } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { testBench } from '@/worker/bench.fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { saveLogo } from './save-logo';
import { saveSettings } from './save-settings';
import { showSettings } from './show-settings';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let banks = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function fresh() {
  banks += 1;
  bank = await foundTestBank(database, { slug: `aoba${banks}`, vendors: 1 });
}
const look = () => showSettings(outside, bank.members.viewer, {});
type Saved = Parameters<typeof saveSettings>[2];
async function save(part: Partial<Saved>, role: keyof TestBank['members'] = 'administrator') {
  const { settings, version } = await look();
  return saveSettings(outside, bank.members[role], { ...settings, version, ...part });
}
/** A PNG of one pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the settings', () => {
  it('are read by everybody and changed by administrators, with a revision', async () => {
    await fresh();
    for (const role of ['operator', 'reviewer', 'approver', 'viewer'] as const) {
      expect(await codeOf(save({ telephone: '03-1111-2222' }, role))).toBe('not-permitted');
    }
    await save({ telephone: '03-1111-2222', grades: ['A', 'B'], closingTime: '16:00' });
    expect((await look()).settings).toMatchObject({
      telephone: '03-1111-2222',
      grades: ['A', 'B'],
      closingTime: '16:00',
    });
    const kept = await bank.system.transaction((tx) => tx.select().from(revision).where(eq(revision.noun, 'profile')));
    expect(kept.map((row) => row.snapshot)).toMatchObject([{ telephone: '03-1111-2222', hasLogo: false }]);
  });

  it('are not overwritten by somebody who began from older ones', async () => {
    await fresh();
    const { settings, version } = await look();
    const put = (telephone: string) =>
      codeOf(saveSettings(outside, bank.members.administrator, { ...settings, telephone, version }));
    expect((await Promise.all([put('1'), put('2')])).toSorted()).toEqual(['done', 'stale-record']);
  });

  it.each<[string, Partial<Saved>, string]>([
    ['a blank name', { name: ' ' }, 'input-invalid'],
    ['a name over two lines', { name: 'あおば\n銀行' }, 'input-invalid'],
    ['an address that injects a header', { replyAddress: 'a@b.example\r\nBcc: c@d.example' }, 'address-invalid'],
    ['a time that is none', { closingTime: '25:00' }, 'input-invalid'],
    ['too short an idle time', { idleMinutes: 1 }, 'input-invalid'],
    ['two grades alike', { grades: ['A', 'A'] }, 'grades-alike'],
    ['an unknown placeholder', { mailTexts: { reminder: { ja: '{vendr} 様', en: '' } } }, 'mail-text-placeholder'],
  ])('refuse %s', async (_, part, code) => {
    await fresh();
    expect(await codeOf(save(part))).toBe(code);
  });

  it('end an idle session by the new time at its next request', async () => {
    await fresh();
    const now = outside.clock.now();
    const session = await identityTransaction((tx) =>
      startMemberSession(tx, { userId: bank.members.viewer.userId, tenantId: bank.tenantId, now }),
    );
    const later = new Date(now.getTime() + 6 * 60_000);
    await save({ idleMinutes: 5 });
    expect(await codeOf(mintMemberScope(session.token, later))).toBe('session-idle');
  });
});

describe('the bank’s words in mails', () => {
  it('go out filled in, as plain text, the campaign’s own first', async () => {
    await fresh();
    const bench = await testBench();
    await save({ mailTexts: { invitation: { ja: '{vendor}の皆さまへ\n<b>{bank}</b>より', en: '' } } });
    await launchTestCampaign(bank, bench.outside);
    await bench.drain();
    const mail = bench.arrived(`contact1@aoba${banks}-vendor.example`).at(-1);
    expect(mail?.text).toContain(`aoba${banks}接続先1の皆さまへ`);
    expect(mail?.text).toContain(`<b>aoba${banks}銀行</b>より`);
    expect(mail?.html).toContain(`&lt;b&gt;aoba${banks}銀行&lt;/b&gt;より`);
    await bench.end();
  });
});

describe('the logo', () => {
  const put = async (content: string | null) =>
    saveLogo(outside, bank.members.administrator, { content, version: (await look()).version });

  it('is kept as what its bytes are, and can be taken away', async () => {
    await fresh();
    await put(PNG);
    expect((await look()).logo).toBe(`data:image/png;base64,${PNG}`);
    await put(null);
    expect((await look()).logo).toBeNull();
  });

  it('is refused when it is no picture, or unfolds to a huge one', async () => {
    await fresh();
    const limits = { code: 'logo-unfit', params: { kilobytes: 200, side: 2000 } };
    const html = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    expect(await refusalOf(put(html))).toEqual(limits);
    const huge = Buffer.from(PNG, 'base64');
    huge.writeUInt32BE(60_000, 16);
    expect(await refusalOf(put(huge.toString('base64')))).toEqual(limits);
  });
});
