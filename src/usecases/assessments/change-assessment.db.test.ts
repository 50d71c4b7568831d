import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantOf, identityTransaction, isLive } from '@/auth/doors';
import { linkHash } from '@/auth/secrets';
import { assessment, invitation } from '@/db/schema/campaign';
import { auditEvent, mail, revision } from '@/db/schema/record';
import { ASSESSMENT_STATES, whyNotWritable } from '@/domain/assessment-state';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { requireCampaign } from '../campaigns/require-campaign';
import { reissueInvitation } from '../invitations/reissue-invitation';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { saveContact } from '../vendors/save-contact';
import { extendDueDate } from './extend-due-date';
import { withdrawAssessment } from './withdraw-assessment';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let assessmentId: string;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  const launched = await launchTestCampaign(bank, outside);
  campaignId = launched.campaignId;
  assessmentId = launched.assessmentIds[0] ?? '';
});
afterAll(() => database.drop());

const put = (state: (typeof ASSESSMENT_STATES)[number]) =>
  bank.system.transaction((tx) => tx.update(assessment).set({ state }).where(eq(assessment.id, assessmentId)));
const withdraw = (reason: string) => withdrawAssessment(outside, bank.members.operator, { assessmentId, reason });

describe('withdrawing an assessment', () => {
  const allowed: readonly string[] = ASSESSMENT_TRANSITIONS.withdraw.from;

  it.each(ASSESSMENT_STATES)('from %s', async (state) => {
    await put(state);
    expect(await codeOf(withdraw('契約が終了したため'))).toBe(
      allowed.includes(state) ? 'done' : 'not-allowed-in-state',
    );
  });

  it('needs a reason, tells the worker, and happens once', async () => {
    await put('answering');
    expect(await codeOf(withdraw(' '))).toBe('reason-missing');
    outside.wakes.length = 0;
    expect((await Promise.all([codeOf(withdraw('重複')), codeOf(withdraw('重複'))])).sort()).toEqual([
      'done',
      'not-allowed-in-state',
    ]);
    expect(outside.wakes).toEqual([{ kind: 'campaign.sweep', payload: { tenantId: bank.tenantId, campaignId } }]);
  });
});

describe('辞退, which a vendor asked for', () => {
  it('is confirmed by the bank, is on record as such, and ends the vendor’s writing', async () => {
    await put('answering');
    outside.wakes.length = 0;
    const declined = await withdrawAssessment(outside, bank.members.operator, {
      assessmentId,
      reason: 'サービスを終了するとの申し出',
      declined: true,
    });
    expect(declined.state).toBe(ASSESSMENT_TRANSITIONS.confirm_decline.to);
    const kinds = await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind })
        .from(auditEvent)
        .where(eq(auditEvent.assessmentId, assessmentId))
        .orderBy(auditEvent.seq),
    );
    expect(kinds.at(-1)?.kind).toBe('assessment.declined');
    expect(await codeOf(withdraw('重複'))).toBe('not-allowed-in-state');
    expect(whyNotWritable('running', declined.state)).toBe('assessment-declined');
  });
});

describe('another due date', () => {
  const extend = (dueDate: string, version: number, reason = '担当部署の異動のため') =>
    extendDueDate(outside, bank.members.operator, { assessmentId, dueDate, version, reason });
  const versionNow = async () => {
    const [row] = await bank.system.transaction((tx) =>
      tx.select().from(assessment).where(eq(assessment.id, assessmentId)),
    );
    return row?.version ?? 0;
  };

  it('lies ahead, is recorded, and is set once from one version', async () => {
    await put('answering');
    const version = await versionNow();
    expect(await codeOf(extend('2026-11-27', version))).toBe('due-date-past');
    expect(await codeOf(extend('2027-01-15', version, ' '))).toBe('reason-missing');
    const results = await Promise.all([codeOf(extend('2027-01-15', version)), codeOf(extend('2027-01-29', version))]);
    expect(results.sort()).toEqual(['done', 'stale-record']);
    const recorded = await bank.system.transaction((tx) =>
      tx.select({ snapshot: revision.snapshot }).from(revision).where(eq(revision.rowId, assessmentId)),
    );
    const dates = recorded.map((row) => row.snapshot.dueDate);
    expect(dates.some((date) => date === '2027-01-15' || date === '2027-01-29')).toBe(true);
    await bank.system.transaction(async (tx) => {
      await requireCampaign(tx, campaignId, true);
      // Somebody is changing the campaign: its rows can be written all the same.
      expect(await codeOf(extend('2027-02-12', version + 1))).toBe('done');
    });
    await put('in_review');
    expect(await codeOf(extend('2027-02-26', version + 2))).toBe('not-allowed-in-state');
  });
});

describe('another link', () => {
  const reissue = (contact: Parameters<typeof reissueInvitation>[2]['contact']) =>
    reissueInvitation(outside, bank.members.operator, { assessmentId, contact });
  const live = async (invitationId: string) => {
    const grant = await identityTransaction((tx) => grantOf(tx, linkHash(invitationId)));
    return grant !== null && isLive(grant, outside.clock.now());
  };

  it('ends the old one at once and goes to the contact as registered now, or to the person named', async () => {
    await put('answering');
    const [first] = await bank.system.transaction((tx) => tx.select().from(invitation));
    const vendorId = await bank.system.transaction(async (tx) => (await tx.select().from(assessment))[0]?.vendorId);
    const facts = {
      name: '後任 太郎',
      department: '',
      address: 'successor@aoba-vendor.example',
      language: 'ja' as const,
    };
    await saveContact(outside, bank.members.operator, { vendorId: vendorId ?? '', ...facts });
    const passed = await bank.system.transaction((tx) => tx.select().from(invitation));
    const successors = passed.filter((row) => row.address === facts.address);
    expect(successors).toHaveLength(1);
    const passedOn = successors[0]?.id ?? '';
    expect([await live(first?.id ?? ''), await live(passedOn)]).toEqual([false, true]);
    outside.wakes.length = 0;
    const second = await reissue(null);
    expect(second).toMatchObject({ name: '後任 太郎', address: 'successor@aoba-vendor.example' });
    expect([await live(passedOn), await live(second.invitationId)]).toEqual([false, true]);
    const [planned] = await bank.system.transaction((tx) =>
      tx.select().from(mail).where(eq(mail.invitationId, second.invitationId)),
    );
    expect(planned).toMatchObject({ kind: 'invitation', state: 'planned', address: 'successor@aoba-vendor.example' });
    expect(outside.wakes).toEqual([{ kind: 'mail.send', payload: { tenantId: bank.tenantId, mailId: planned?.id } }]);
    const third = await reissue({ name: '代理 花子', address: 'Deputy@aoba-vendor.example', language: 'en' });
    expect(third).toMatchObject({ name: '代理 花子', address: 'deputy@aoba-vendor.example' });
    expect(await reissue(null)).toMatchObject({ name: '代理 花子' });
    expect(await live(second.invitationId)).toBe(false);
  });

  it('is not made for what has ended', async () => {
    await put('withdrawn');
    expect(await codeOf(reissue(null))).toBe('not-allowed-in-state');
    await put('answering');
    await changeCampaignState(outside, bank.members.operator, { campaignId, action: 'close', reason: '' });
    await put('answering');
    expect(await codeOf(reissue(null))).toBe('not-allowed-in-state');
  });
});
