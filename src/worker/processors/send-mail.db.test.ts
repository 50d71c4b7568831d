import { ne } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '@/adapters/mailer';
import { grantOf, identityTransaction } from '@/auth/doors';
import { tokenHash } from '@/auth/secrets';
import { newId } from '@/db/new-id';
import { vendorContact } from '@/db/schema/bank';
import { auditEvent, auditPayload } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { reissueInvitation } from '@/usecases/invitations/reissue-invitation';
import { claimMail } from '@/usecases/mails/claim-mail';
import { foundTestBank, launchTestCampaign, type TestBank } from '@/usecases/testing/bank-fixture';
import { mailsOf, type TestBench, testBench } from '../bench.fixture';
import { sendMail } from './send-mail';
import { sweepCampaign } from './sweep-campaign';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;
let campaignId: string;
let assessmentIds: string[];
/** Friday 27 November 2026, 10:00 in Tokyo. */
const LAUNCH = new Date('2026-11-27T01:00:00Z');
const ADDRESS = 'contact1@aoba-vendor.example';

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench(LAUNCH);
  // A contact that bounced in one test would block the launch of the next.
  await bank.system.transaction((tx) => tx.update(vendorContact).set({ bouncedAt: null }));
  ({ campaignId, assessmentIds } = await launchTestCampaign(bank, bench.outside));
  return () => bench.end();
});

const invitation = async () => {
  const [row] = await mailsOf(bank, assessmentIds[0] ?? '');
  if (!row) throw new Error('no mail');
  return row;
};
const send = async () => sendMail(bench, { tenantId: bank.tenantId, mailId: (await invitation()).id });

describe('sending a mail', () => {
  it('sends an invitation once, with the link that opens it', async () => {
    await bench.drain();
    await Promise.all([send(), send()]);
    const [arrived, ...more] = bench.arrived(ADDRESS);
    expect(more).toEqual([]);
    expect(arrived?.subject).toContain('【要対応】');
    expect(arrived?.headers['reply-to']).toContain('tenken@aoba.example');
    const token = /http:\/\/localhost:3000\/respond#([\w-]{43})/.exec(arrived?.text ?? '')?.[1] ?? '';
    const grant = await identityTransaction((tx) => grantOf(tx, tokenHash(token)));
    expect(grant?.assessmentId).toBe(assessmentIds[0]);
    const row = await invitation();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, doubtful: 'no', failure: null });
    expect(arrived?.messageId).toBe(row.messageId);
  });

  it('keeps addresses, links and names out of the chain and the log', async () => {
    await bench.drain();
    const payloads = await bank.system.transaction((tx) => tx.select().from(auditPayload));
    const written = JSON.stringify(payloads) + bench.lines.join('');
    expect(written).toContain('"attempts');
    expect(written).not.toContain(ADDRESS);
    expect(written).not.toContain('respond#');
  });

  it('sends what a crash left in the middle once more under the same Message-ID, marked as doubtful', async () => {
    const { id, messageId } = await invitation();
    // Killed after the take, as if SMTP had had the mail already.
    await claimMail(bench.outside, bank.system, { mailId: id });
    expect(await invitation()).toMatchObject({ state: 'sending', attempts: 1 });
    await send();
    expect(bench.mailbox.messages).toHaveLength(0);
    bench.outside.clock.advance(2 * 60_000);
    await Promise.all([send(), send()]);
    expect(bench.arrived(ADDRESS).map((message) => message.messageId)).toEqual([messageId]);
    expect(await invitation()).toMatchObject({ state: 'sent', attempts: 2, doubtful: 'yes' });
    expect(await kinds(id)).toEqual(['mail.sending', 'mail.uncertain', 'mail.sending', 'mail.sent']);
  });

  it('leaves it uncertain when the second copy is left in the middle too', async () => {
    const { id } = await invitation();
    for (let time = 0; time < 3; time += 1) {
      await claimMail(bench.outside, bank.system, { mailId: id });
      bench.outside.clock.advance(3 * 60_000);
    }
    await send();
    expect(await invitation()).toMatchObject({ state: 'uncertain', attempts: 2, doubtful: 'yes' });
    expect(bench.mailbox.messages).toHaveLength(0);
  });

  it('fails for good on a 550 and marks the contact', async () => {
    bench.mailbox.fail(ADDRESS, 550);
    await bench.drain();
    expect(await invitation()).toMatchObject({ state: 'failed', failure: '550' });
    const [contact] = await bank.system.transaction((tx) => tx.select().from(vendorContact));
    expect(contact?.bouncedAt).toEqual(LAUNCH);
    bench.mailbox.fail(ADDRESS, null);
    await send();
    expect(bench.mailbox.messages).toHaveLength(0);
  });

  it('tells the vendor’s 写し of it once, without the link, and marks them alone when they can’t be reached', async () => {
    const people = await bank.system.transaction((tx) => tx.select().from(vendorContact));
    const [primary] = people;
    if (!primary) throw new Error('no contact');
    const copy = (address: string, kind: 'copy' | 'deputy') => ({
      ...primary,
      id: newId(),
      address,
      kind,
      name: address,
    });
    await bank.system.transaction((tx) =>
      tx
        .insert(vendorContact)
        .values([copy('copy@aoba-vendor.example', 'copy'), copy('gone@aoba-vendor.example', 'copy')])
        .then(() => tx.insert(vendorContact).values(copy('deputy@aoba-vendor.example', 'deputy'))),
    );
    bench.mailbox.fail('gone@aoba-vendor.example', 550);
    await bench.drain();
    await send();
    await bench.drain();
    const [told, ...more] = bench.arrived('copy@aoba-vendor.example');
    expect(more).toEqual([]);
    expect(told?.subject).toMatch(/^【写し】.*ご回答のお願い.*回答期限 2026年12月25日\(金\) 17:00/);
    expect(told?.text).toContain(`${primary.name}様にお送りしました`);
    expect(`${told?.text}${told?.html}`).not.toContain('/respond');
    expect(bench.arrived('deputy@aoba-vendor.example')).toEqual([]);
    const states = (await mailsOf(bank, assessmentIds[0] ?? '')).map(
      (row) => `${row.kind} ${row.address} ${row.state}`,
    );
    expect(states.toSorted()).toEqual([
      'copy copy@aoba-vendor.example sent',
      'copy gone@aoba-vendor.example failed',
      `invitation ${ADDRESS} sent`,
    ]);
    const bounced = (await bank.system.transaction((tx) => tx.select().from(vendorContact))).filter(
      (contact) => contact.bouncedAt !== null,
    );
    expect(bounced.map((contact) => contact.address)).toEqual(['gone@aoba-vendor.example']);
    const { troubled } = await showCampaign(bench.outside, bank.members.viewer, { campaignId });
    expect(troubled.total).toBe(0);
    // The next mail goes to who can be reached.
    bench.outside.clock.moveTo(new Date('2026-12-11T00:00:00Z'));
    await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    await bench.drain();
    expect(bench.arrived('copy@aoba-vendor.example')[1]?.subject).toContain('リマインド');
    expect((await mailsOf(bank, assessmentIds[0] ?? '')).filter((row) => row.kind === 'copy')).toHaveLength(3);
    await bank.system.transaction((tx) => tx.delete(vendorContact).where(ne(vendorContact.id, primary.id)));
  });

  it('keeps a mail planned while the server is away and sends it later', async () => {
    const away = { ...bench, mailer: smtpMailer('smtp://127.0.0.1:9') };
    const { id, messageId } = await invitation();
    await sendMail(away, { tenantId: bank.tenantId, mailId: id });
    const waiting = await invitation();
    expect(waiting).toMatchObject({ state: 'planned', attempts: 1 });
    expect(waiting.dueAt.getTime()).toBe(LAUNCH.getTime() + 60_000);
    await send();
    expect(bench.mailbox.messages).toHaveLength(0);
    bench.outside.clock.advance(60_000);
    await send();
    expect(bench.arrived(ADDRESS).map((message) => message.messageId)).toEqual([messageId]);
    expect(await invitation()).toMatchObject({ state: 'sent', attempts: 2, doubtful: 'no' });
  });

  it('tries a temporary refusal again', async () => {
    bench.mailbox.fail(ADDRESS, 451);
    await bench.drain();
    expect(await invitation()).toMatchObject({ state: 'planned', failure: null });
    const [contact] = await bank.system.transaction((tx) => tx.select().from(vendorContact));
    expect(contact?.address).toBe(ADDRESS);
  });

  it('sends nothing while the campaign rests, and goes on afterwards', async () => {
    const change = (action: 'pause' | 'resume') =>
      changeCampaignState(bench.outside, bank.members.operator, { campaignId, action, reason: '' });
    await change('pause');
    await bench.drain();
    expect(bench.mailbox.messages).toHaveLength(0);
    expect(await invitation()).toMatchObject({ state: 'planned', attempts: 0 });
    await change('resume');
    await send();
    expect(bench.arrived(ADDRESS)).toHaveLength(1);
  });

  it('sends a link that was issued again as such, and to somebody new the whole invitation', async () => {
    await bench.drain();
    const assessmentId = assessmentIds[0] ?? '';
    const reissue = (contact: Parameters<typeof reissueInvitation>[2]['contact']) =>
      reissueInvitation(bench.outside, bank.members.operator, { assessmentId, contact });
    await reissue(null);
    await reissue({ name: '後任 太郎', address: 'successor@aoba-vendor.example', language: 'ja' });
    await bench.drain();
    // The second link ended before it left.
    expect((await mailsOf(bank, assessmentId)).map((row) => row.state)).toEqual(['sent', 'cancelled', 'sent']);
    expect(bench.arrived('successor@aoba-vendor.example')[0]?.subject).toContain('【要対応】');
    await reissue(null);
    await bench.drain();
    expect(bench.arrived('successor@aoba-vendor.example')[1]?.subject).toContain('【リンク再発行】');
  });

  it('cancels what has become untrue', async () => {
    await changeCampaignState(bench.outside, bank.members.operator, { campaignId, action: 'close', reason: '' });
    await bench.drain();
    expect(bench.mailbox.messages).toHaveLength(0);
    expect(await invitation()).toMatchObject({ state: 'cancelled' });
  });
});

async function kinds(mailId: string): Promise<string[]> {
  const rows = await bank.system.transaction((tx) => tx.select().from(auditEvent).orderBy(auditEvent.seq));
  return rows.filter((row) => row.bytes.includes(mailId) && row.kind.startsWith('mail.')).map((row) => row.kind);
}
