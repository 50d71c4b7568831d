import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { invitation } from '@/db/schema/campaign';
import { round } from '@/db/schema/review';
import { answerDigest } from '@/domain/answer-digest';
import { receiptHashOf } from '@/domain/submission';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { giveItems } from '@/usecases/delegations/give-items';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { readReceipt } from '@/usecases/responses/read-receipt';
import { takeBackSubmission } from '@/usecases/responses/take-back-submission';
import { answerAll, submitAll } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { addTestEvidence } from '@/usecases/testing/evidence-fixture';
import type { RequestContext } from './context';
import { sendReceipt } from './receipt-route';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside(new Date());

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2, now: outside.clock.now() });
});
afterAll(() => database.drop());

async function contextOf(address: string, locale: 'ja' | 'en' = 'ja'): Promise<RequestContext> {
  const now = outside.clock.now();
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name: '田中', department: '室' });
    return session.token;
  });
  const cookies = { member: null, respondent: token, browser: null } as RequestContext['cookies'];
  return { outside, locale, cookies, setCookie: () => undefined };
}

/** Two assessments of a launched campaign; the first is submitted. */
async function submitted() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
  const [assessmentId = '', otherId = ''] = assessmentIds;
  const lead = await respondentOf(bank, assessmentId);
  await answerAll(outside, lead);
  await submitAll(outside, lead);
  const [kept] = await bank.system.transaction((tx) =>
    tx.select().from(round).where(eq(round.assessmentId, assessmentId)),
  );
  const [lead1] = await bank.system.transaction((tx) =>
    tx.select().from(invitation).where(eq(invitation.assessmentId, assessmentId)),
  );
  return { campaignId, assessmentId, otherId, lead, roundId: kept?.id ?? '', address: lead1?.address ?? '' };
}

describe('the receipt as PDF', () => {
  it('is an attachment with its digest, in the language of the reader', async () => {
    const { assessmentId, roundId, address } = await submitted();
    const files = await Promise.all(
      (['ja', 'en'] as const).map(async (locale) => {
        const response = await sendReceipt(await contextOf(address, locale), assessmentId, roundId);
        expect(response.status).toBe(200);
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(bytes.toString('latin1')).toMatch(/^%PDF-/);
        expect(response.headers.get('digest')).toBe(`sha-256=${createHash('sha256').update(bytes).digest('base64')}`);
        return { bytes: bytes.toString('utf8'), name: response.headers.get('content-disposition') ?? '' };
      }),
    );
    expect(files[0]?.bytes).toContain('>提出の控え<');
    expect(files[1]?.bytes).toContain('>Receipt<');
    expect(decodeURIComponent(files[0]?.name ?? '')).toContain('提出の控え_');
  });

  it('holds every answer as it was frozen, and says when it was taken back', async () => {
    const { campaignId, assessmentId, roundId, lead } = await submitted();
    const before = await readReceipt(outside, lead, { assessmentId, roundId });
    expect(before.items.length).toBe((await vendorItems(bank, campaignId)).length);
    expect(before.round).toMatchObject({ number: 1, takenBack: false, submitterName: '田中 涼' });
    await takeBackSubmission(outside, lead, { assessmentId });
    const after = await readReceipt(outside, lead, { assessmentId, roundId });
    expect(after.round.takenBack).toBe(true);
    expect(after.items).toEqual(before.items);
  });

  it('names every file with its SHA-256, from which its hash can be made again', async () => {
    const { assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
    const lead = await respondentOf(bank, assessmentIds[0] ?? '');
    const { assessmentId } = lead;
    await answerAll(outside, lead);
    const { items } = await openWorkspace(outside, lead, { assessmentId });
    const { file } = await addTestEvidence(outside, lead, items[0]?.itemId ?? '');
    const { receiptHash } = await submitAll(outside, lead);
    const { rounds } = await openWorkspace(outside, lead, { assessmentId });
    const receipt = await readReceipt(outside, lead, { assessmentId, roundId: rounds[0]?.roundId ?? '' });
    expect(receipt.items[0]?.evidence).toEqual([{ fileName: file.fileName, sha256: file.sha256 }]);
    const again = receipt.items.map(({ number, content, evidence }) => ({
      number,
      digest: answerDigest(content),
      evidence: evidence.map(({ sha256 }) => sha256),
    }));
    expect(receiptHashOf(again)).toBe(receiptHash);
    const response = await sendReceipt(
      await contextOf('contact1@aoba-vendor.example'),
      assessmentId,
      rounds[0]?.roundId ?? '',
    );
    expect(response.status).toBe(200);
  });

  it('is nobody else’s: not of another assessment, not for somebody unknown, and rubbish is refused', async () => {
    const mine = await submitted();
    const others = await submitted();
    const context = await contextOf(mine.address);
    const status = async (...[assessmentId, roundId]: [string, string]) =>
      (await sendReceipt(context, assessmentId, roundId)).status;
    expect(await status(mine.assessmentId, others.roundId)).toBe(404);
    expect(await status(mine.otherId, mine.roundId)).toBe(404);
    expect(await status(mine.assessmentId, 'x')).toBe(400);
    expect(await status('x', mine.roundId)).toBe(400);
    const stranger = { ...context, cookies: { ...context.cookies, respondent: null } };
    expect((await sendReceipt(stranger, mine.assessmentId, mine.roundId)).status).toBe(401);
  });

  it('is the lead’s, who submits', async () => {
    const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
    const assessmentId = assessmentIds[0] ?? '';
    const lead = await respondentOf(bank, assessmentId);
    const [first] = await vendorItems(bank, campaignId);
    const asked = { name: '小林', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
    await giveItems(outside, lead, { ...asked, assessmentId, itemIds: [first?.id ?? ''] });
    await answerAll(outside, lead);
    await submitAll(outside, lead);
    const [kept] = await bank.system.transaction((tx) =>
      tx.select().from(round).where(eq(round.assessmentId, assessmentId)),
    );
    const response = await sendReceipt(await contextOf('kobayashi@vendor.example'), assessmentId, kept?.id ?? '');
    expect([response.status, await response.text()]).toEqual([403, 'lead-only']);
  });
});
