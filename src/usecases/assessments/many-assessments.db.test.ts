import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { vendorContact } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { auditEvent, mail, revision } from '@/db/schema/record';
import { instantAt } from '@/domain/deadline';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { mailsOf, type TestBench, testBench } from '@/worker/bench.fixture';
import { sweepCampaign } from '@/worker/processors/sweep-campaign';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { foundTestBank, launchTestCampaign, type TestBank } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { assignAssessments } from './assign-assessments';
import { extendMany } from './extend-many';
import { remindNow } from './remind-now';
import { withdrawMany } from './withdraw-many';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let bench: TestBench;
let campaignId: string;
let ids: string[];
/** Friday 27 November 2026, 10:00 in Tokyo. */
const LAUNCH = new Date('2026-11-27T01:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 3 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench(LAUNCH);
  ({ campaignId, assessmentIds: ids } = await launchTestCampaign(bank, bench.outside));
  return () => bench.end();
});

const put = (id: string, state: typeof assessment.$inferSelect.state) =>
  bank.system.transaction((tx) => tx.update(assessment).set({ state }).where(eq(assessment.id, id)));
const rows = () =>
  bank.system.transaction((tx) =>
    tx.select().from(assessment).where(inArray(assessment.id, ids)).orderBy(assessment.id),
  );
const eventsOf = async (kind: string) =>
  (
    await bank.system.transaction((tx) =>
      tx
        .select()
        .from(auditEvent)
        .where(and(eq(auditEvent.kind, kind), eq(auditEvent.campaignId, campaignId))),
    )
  ).map((event) => event.assessmentId);
const noticesOf = async (id: string) =>
  (await mailsOf(bank, id)).filter((row) => row.kind !== 'invitation').map((row) => `${row.kind} ${row.state}`);

describe('another due date for many', () => {
  const extend = (part: Partial<Parameters<typeof extendMany>[2]> = {}) =>
    extendMany(bench.outside, bank.members.operator, {
      assessmentIds: ids,
      dueDate: '2027-01-15',
      reason: '年末の繁忙のため',
      ...part,
    });

  it('changes all who owe answers, names who was left out, and tells the vendors why', async () => {
    const [first = '', second = '', third = ''] = ids;
    await bench.drain();
    await put(first, 'submitted');
    await extend({ assessmentIds: [second], dueDate: '2027-01-15' });
    const outcome = await extend();
    expect(outcome.done).toEqual([third]);
    expect(outcome.left.map(({ assessmentId, why }) => [assessmentId, why])).toEqual([
      [first, 'state'],
      [second, 'same-date'],
    ]);
    expect(outcome.left[0]?.vendorName).toContain('aoba接続先');
    const changed = (await rows()).filter((row) => row.dueDate === '2027-01-15');
    expect(changed.map((row) => [row.id, row.version, row.dueDateReason])).toEqual([
      [second, 2, '年末の繁忙のため'],
      [third, 2, '年末の繁忙のため'],
    ]);
    expect(new Set(await eventsOf('assessment.due_date_changed'))).toEqual(new Set([second, third]));
    const kept = await bank.system.transaction((tx) =>
      tx
        .select()
        .from(revision)
        .where(and(eq(revision.rowId, third), eq(revision.noun, 'assessment'))),
    );
    expect(kept.at(-1)?.snapshot).toMatchObject({ dueDate: '2027-01-15', dueDateReason: '年末の繁忙のため' });
    await bench.drain();
    const [told] = (await mailsOf(bank, third)).filter((row) => row.kind === 'due_date_changed');
    expect(told?.state).toBe('sent');
    expect(bench.arrived(told?.address ?? '').at(-1)?.text).toContain('年末の繁忙のため');
  });

  it('refuses a past date, no reason, another bank’s rows, a role without it, and too many', async () => {
    expect(await codeOf(extend({ dueDate: '2026-11-27' }))).toBe('due-date-past');
    expect(await codeOf(extend({ reason: ' ' }))).toBe('reason-missing');
    const foreign = await launchTestCampaign(other, bench.outside);
    const mixed = [...ids, foreign.assessmentIds[0] ?? ''];
    expect(await codeOf(extend({ assessmentIds: mixed, dueDate: '2026-11-27' }))).toBe('not-found');
    expect((await rows()).every((row) => row.dueDate === '2026-12-25')).toBe(true);
    const viewer = extendMany(bench.outside, bank.members.viewer, {
      assessmentIds: ids,
      dueDate: '2027-01-15',
      reason: '理由',
    });
    expect(await codeOf(viewer)).toBe('not-permitted');
    expect(await codeOf(extend({ assessmentIds: Array.from({ length: 501 }, newId) }))).toBe('batch-too-large');
  });

  it('leaves everybody out once the campaign has closed', async () => {
    const { operator } = bank.members;
    await changeCampaignState(bench.outside, operator, { campaignId, action: 'close', reason: '' });
    const outcome = await extend();
    expect(outcome.done).toEqual([]);
    expect(outcome.left.map((each) => each.why)).toEqual(['campaign-closed', 'campaign-closed', 'campaign-closed']);
    expect(await eventsOf('assessment.due_date_changed')).toEqual([]);
  });
});

describe('withdrawing many', () => {
  it('withdraws who can be, once, of two people at a time, with the reason on record', async () => {
    const [first = ''] = ids;
    await put(first, 'approved');
    const withdraw = () =>
      withdrawMany(bench.outside, bank.members.operator, { assessmentIds: ids, reason: '契約終了' });
    const outcomes = await Promise.all([withdraw(), withdraw()]);
    expect(new Set(outcomes.map(({ done }) => done.length))).toEqual(new Set([0, 2]));
    expect(outcomes[0]?.left.map((each) => each.assessmentId)).toContain(first);
    expect(new Set(await eventsOf('assessment.withdrawn'))).toEqual(new Set(ids.slice(1)));
    const blank = withdrawMany(bench.outside, bank.members.operator, { assessmentIds: ids, reason: '' });
    expect(await codeOf(blank)).toBe('reason-missing');
  });
});

describe('the person in charge', () => {
  it('is set for many and taken away again', async () => {
    const { memberId } = bank.members.reviewer;
    const assign = (to: string | null) =>
      assignAssessments(bench.outside, bank.members.operator, { assessmentIds: ids, memberId: to });
    expect((await assign(memberId)).done).toHaveLength(3);
    expect((await rows()).every((row) => row.inChargeId === memberId)).toBe(true);
    expect((await assign(memberId)).left.map((each) => each.why)).toEqual([
      'same-person',
      'same-person',
      'same-person',
    ]);
    expect((await assign(null)).done).toHaveLength(3);
    expect(await eventsOf('assessment.assigned')).toHaveLength(6);
    expect(await codeOf(assign(bank.auditor.memberId))).toBe('not-found');
    expect(await codeOf(assign(other.members.reviewer.memberId))).toBe('not-found');
  });
});

describe('a reminder by hand', () => {
  const remind = () => remindNow(bench.outside, bank.members.operator, { assessmentIds: ids });
  const whys = (outcome: Awaited<ReturnType<typeof remind>>) => outcome.left.map((each) => each.why);

  it('waits for the invitation, goes to who owes something, and once a day', async () => {
    const [first = '', second = ''] = ids;
    expect(whys(await remind())).toEqual(['not-invited', 'not-invited', 'not-invited']);
    await bench.drain();
    await put(first, 'submitted');
    bench.outside.clock.moveTo(instantAt('2026-12-01', '10:00'));
    const outcomes = await Promise.all([remind(), remind()]);
    expect(new Set(outcomes.map(({ done }) => done.length))).toEqual(new Set([0, 2]));
    await bench.drain();
    expect(await noticesOf(second)).toEqual(['reminder sent']);
    expect(await noticesOf(first)).toEqual([]);
    expect(await eventsOf('assessment.reminded')).toHaveLength(2);
    expect(whys(await remind())).toEqual(['state', 'reminded-that-day', 'reminded-that-day']);
    // The scheduled one of 11 December goes out all the same, and takes no other's place.
    bench.outside.clock.moveTo(instantAt('2026-12-11', '08:00'));
    expect(whys(await remind())).toEqual(['state', 'reminded-that-day', 'reminded-that-day']);
    bench.outside.clock.moveTo(instantAt('2026-12-11', '09:00'));
    await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    await bench.drain();
    expect(await noticesOf(second)).toEqual(['reminder sent', 'reminder sent']);
    bench.outside.clock.moveTo(instantAt('2026-12-14', '10:00'));
    expect((await remind()).done).toHaveLength(2);
    await bench.drain();
    expect(await noticesOf(second)).toEqual(['reminder sent', 'reminder sent', 'reminder sent']);
  });

  it('says after the due date that it has passed, leaves on a business day, and falls with the due date', async () => {
    const [first = ''] = ids;
    await bench.drain();
    bench.outside.clock.moveTo(instantAt('2027-01-09', '12:00'));
    expect((await remind()).done).toHaveLength(3);
    const [asked] = (await mailsOf(bank, first)).filter((row) => row.kind === 'overdue');
    // A Saturday before a national holiday: Tuesday at nine.
    expect(asked?.dueAt).toEqual(instantAt('2027-01-12', '09:00'));
    expect(whys(await remind())).toEqual(['reminded-that-day', 'reminded-that-day', 'reminded-that-day']);
    await extendMany(bench.outside, bank.members.operator, {
      assessmentIds: [first],
      dueDate: '2027-01-29',
      reason: 'ご相談により',
    });
    await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    const states = (await mailsOf(bank, first)).filter((row) => row.id === asked?.id).map((row) => row.state);
    expect(states).toEqual(['cancelled']);
  });

  it('is not sent while the campaign rests, nor where the link did not arrive', async () => {
    const [first = ''] = ids;
    await bench.drain();
    await bank.system.transaction((tx) =>
      tx
        .update(mail)
        .set({ state: 'failed' })
        .where(and(eq(mail.assessmentId, first), eq(mail.kind, 'invitation'))),
    );
    expect(whys(await remind())).toEqual(['undelivered']);
    await bank.system.transaction((tx) => tx.update(vendorContact).set({ bouncedAt: bench.outside.clock.now() }));
    expect(whys(await remind())).toEqual(['undelivered', 'undelivered', 'undelivered']);
    await bank.system.transaction((tx) => tx.update(vendorContact).set({ bouncedAt: null }));
    await changeCampaignState(bench.outside, bank.members.operator, { campaignId, action: 'pause', reason: '' });
    expect(new Set(whys(await remind()))).toEqual(new Set(['campaign-paused']));
    expect(await codeOf(remindNow(bench.outside, bank.members.viewer, { assessmentIds: ids }))).toBe('not-permitted');
    const unknown = remindNow(bench.outside, bank.members.operator, { assessmentIds: [newId()] });
    expect(await codeOf(unknown)).toBe('not-found');
  });
});
