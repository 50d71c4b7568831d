import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvent, auditPayload } from '@/db/schema/record';
import { itemReading, verdict } from '@/db/schema/review';
import type { BankScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { exportWords } from '@/worker/export/export-words';
import { campaignWorkbook } from '@/worker/export/workbook';
import { readAssessment } from '../exports/read-assessment';
import { MET } from '../testing/answers-fixture';
import { approvedYear } from '../testing/approved-year';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { type Place, underReview } from '../testing/review-steps';
import { PARTIAL } from '../testing/submitted-round';
import { acceptTogether } from './accept-together';
import { judgeItems } from './judge-items';
import { readItems } from './read-items';
import { showReview } from './show-review';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let place: Place;
const outside = testOutside();
const NEW = { ...MET, current: '今年から自動化した。' };

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
  // Item 1 is unchanged for two years then; the others were new last year.
  const everyoneElse = (year: string) => new Proxy({}, { get: (_, number) => answerOf(String(number), year) });
  const answerOf = (number: string, year: string) =>
    number === '1' ? MET : { ...MET, current: `${year}に確かめた。` };
  await approvedYear(bank, outside, everyoneElse('一昨年'));
  await approvedYear(bank, outside, everyoneElse('昨年'));
  const { assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  place = await underReview(
    bank,
    outside,
    assessmentIds[0] ?? '',
    new Proxy({}, { get: (_, number) => ({ 2: NEW, 3: PARTIAL })[String(number)] ?? answerOf(String(number), '昨年') }),
  );
});
afterAll(() => database.drop());

const look = (who: BankScope = bank.members.reviewer) => showReview(outside, who, { assessmentId: place.assessmentId });
const itemsOf = async (...numbers: string[]) => (await look()).items.filter((item) => numbers.includes(item.number));
const together = async (who: BankScope, ...numbers: string[]) =>
  refusalOf(
    acceptTogether(outside, who, {
      ...place,
      items: (await itemsOf(...numbers)).map(({ itemId, verdictVersion: version }) => ({ itemId, version })),
    }),
  );
const accept = async (who: BankScope, number: string) => {
  const [item] = await itemsOf(number);
  return refusalOf(
    judgeItems(outside, who, {
      ...place,
      judgements: [{ itemId: item?.itemId ?? '', verdict: 'accepted', reason: '', version: item?.verdictVersion ?? 0 }],
    }),
  );
};

describe('a delta review', () => {
  it('says of every item whether it may be taken together, and why not', async () => {
    const { items, head } = await look();
    expect(head.lastYear).toMatchObject({ fiscalYear: 2026, roundNumber: 1 });
    const delta = (number: string) => items.find((item) => item.number === number)?.delta;
    expect(delta('1')).toEqual({ way: 'singly', reasons: ['taken-over-before'] });
    expect(delta('2')).toEqual({ way: 'singly', reasons: ['answer-changed'] });
    expect(delta('3')).toEqual({ way: 'singly', reasons: ['answer-changed', 'not-met'] });
    expect(delta('4')).toEqual({ way: 'together', since: 'year' });
    expect(delta('53')).toBeNull();
    expect(items.filter((item) => item.delta?.way === 'together')).toHaveLength(51);
  });

  it('refuses to take together what has to be opened, by its 通番, and keeps none', async () => {
    expect(await together(bank.members.reviewer, '1', '2', '4')).toEqual({
      code: 'open-singly',
      params: { numbers: '1, 2' },
    });
    expect((await look()).progress.judged).toBe(0);
  });

  it('accepts unchanged items by name, and the record says that nobody looked at them singly', async () => {
    expect(await together(bank.members.reviewer, '4', '5')).toBe('done');
    const items = await itemsOf('4', '5');
    for (const item of items) {
      expect(item.verdict).toMatchObject({ value: 'accepted', takenTogether: true, by: 'reviewer of aoba' });
    }
    const [event] = await bank.system.transaction((tx) =>
      tx
        .select({ bytes: auditEvent.bytes, payload: auditPayload.payload })
        .from(auditEvent)
        .innerJoin(auditPayload, eq(auditPayload.id, auditEvent.id))
        .where(eq(auditEvent.kind, 'items.accepted-together')),
    );
    expect(JSON.parse(event?.payload ?? '{}')).toMatchObject({
      items: [
        { number: '4', since: 'year' },
        { number: '5', since: 'year' },
      ],
    });
    for (const { itemId } of items) expect(event?.bytes).toContain(itemId);
    expect(await together(bank.members.reviewer, '4', '5')).toBe('done');
    expect(await bank.system.transaction((tx) => tx.$count(verdict, eq(verdict.roundId, place.roundId)))).toBe(2);
  });

  it('lets the whole taking together be undone, each verdict by its version, and the record says so', async () => {
    const taken = await acceptTogether(outside, bank.members.reviewer, {
      ...place,
      items: (await itemsOf('8', '9')).map(({ itemId, verdictVersion: version }) => ({ itemId, version })),
    });
    expect(taken.accepted).toBe(2);
    const judgements = taken.verdicts.map(({ itemId, verdictVersion: version }) => ({
      itemId,
      verdict: null,
      reason: '',
      version,
    }));
    const undo = () => refusalOf(judgeItems(outside, bank.members.reviewer, { ...place, judgements }));
    expect(await undo()).toBe('done');
    for (const item of await itemsOf('8', '9')) expect(item.verdict).toBeNull();
    const undone = await bank.system.transaction((tx) =>
      tx
        .select({ payload: auditPayload.payload })
        .from(auditEvent)
        .innerJoin(auditPayload, eq(auditPayload.id, auditEvent.id))
        .where(eq(auditEvent.kind, 'items.judged')),
    );
    expect(JSON.parse(undone.at(-1)?.payload ?? '{}').verdicts).toEqual(
      Object.fromEntries(judgements.map(({ itemId }) => [itemId, null])),
    );
    // A colleague who judges one of them meanwhile is not undone by a second press.
    expect(await accept(bank.members.reviewer, '8')).toBe('done');
    expect(await undo()).toEqual({ code: 'stale-record', params: { numbers: '8, 9' } });
    expect((await itemsOf('8'))[0]?.verdict?.value).toBe('accepted');
  });

  it('is said in the workbook too', async () => {
    const assessment = await readAssessment(outside, bank.system, { assessmentId: place.assessmentId });
    const { sheets } = campaignWorkbook(
      {
        exportId: place.roundId,
        locale: 'ja',
        requestedAt: outside.clock.now(),
        bankName: 'aoba銀行',
        campaignName: '2026年度 API接続先 定期点検',
        fiscalYear: 2026,
        referenceDate: '2026-11-30',
        dueDate: '2027-03-31',
        closingTime: '17:00',
        editionTitle: 'チェックリスト',
        assessmentIds: [place.assessmentId],
        events: [],
      },
      [assessment],
      exportWords('ja'),
    );
    const rowOf = (number: number) => sheets[1]?.rows.find((row) => row[0] === number);
    expect(rowOf(4)).toContain('認める（まとめて確認）');
    expect(rowOf(6)).not.toContain('認める（まとめて確認）');
  });

  it('takes the mark off again when the item is judged by itself', async () => {
    expect(await accept(bank.members.reviewer, '5')).toBe('done');
    expect((await itemsOf('5'))[0]?.verdict).toMatchObject({ value: 'accepted', takenTogether: false });
  });

  it('refuses a verdict that has moved on', async () => {
    const [sixth] = await itemsOf('6');
    expect(await accept(bank.members.reviewer, '6')).toBe('done');
    const items = [{ itemId: sixth?.itemId ?? '', version: 0 }];
    expect(await refusalOf(acceptTogether(outside, bank.members.reviewer, { ...place, items }))).toEqual({
      code: 'stale-record',
      params: { numbers: '6' },
    });
  });

  it('lets 認める count only once the same member has opened an item that nobody looked at last year', async () => {
    expect(await accept(bank.members.reviewer, '1')).toEqual({ code: 'items-unopened', params: { numbers: '1' } });
    const [first] = await itemsOf('1');
    expect(first?.read).toBe(false);
    const itemIds = [first?.itemId ?? ''];
    await readItems(outside, bank.members.approver, { ...place, itemIds });
    expect(await accept(bank.members.reviewer, '1')).toMatchObject({ code: 'items-unopened' });
    expect(await readItems(outside, bank.members.reviewer, { ...place, itemIds })).toEqual({ read: 1 });
    expect(await readItems(outside, bank.members.reviewer, { ...place, itemIds })).toEqual({ read: 0 });
    expect((await itemsOf('1'))[0]?.read).toBe(true);
    expect(await accept(bank.members.reviewer, '1')).toBe('done');
    expect(await accept(bank.members.reviewer, '2')).toBe('done');
  });

  it('records a reading once a member, with an event', async () => {
    const [fourth] = await itemsOf('4');
    const read = () => readItems(outside, bank.members.approver, { ...place, itemIds: [fourth?.itemId ?? ''] });
    await Promise.all([read(), read()]);
    const kept = await bank.system.transaction((tx) =>
      tx.$count(itemReading, and(eq(itemReading.itemId, fourth?.itemId ?? ''), eq(itemReading.roundId, place.roundId))),
    );
    expect(kept).toBe(1);
    const events = await bank.system.transaction((tx) =>
      tx.select({ bytes: auditEvent.bytes }).from(auditEvent).where(eq(auditEvent.kind, 'items.read')),
    );
    expect(events.filter((event) => event.bytes.includes(fourth?.itemId ?? '')).length).toBe(1);
  });

  it('belongs to reviewers, reading to approvers too, and to one bank', async () => {
    for (const role of ['administrator', 'operator', 'viewer'] as const) {
      expect(await together(bank.members[role], '7')).toMatchObject({ code: 'not-permitted' });
      expect(await codeOf(readItems(outside, bank.members[role], { ...place, itemIds: [place.roundId] }))).toBe(
        'not-permitted',
      );
    }
    expect(await together(bank.members.approver, '7')).toMatchObject({ code: 'not-permitted' });
    expect(await together(other.members.reviewer, '7')).toMatchObject({ code: 'not-found' });
    const [seventh] = await itemsOf('7');
    expect(
      await codeOf(readItems(outside, other.members.reviewer, { ...place, itemIds: [seventh?.itemId ?? ''] })),
    ).toBe('not-found');
    const respondent = await respondentOf(bank, place.assessmentId);
    await expect(respondent.transaction((tx) => tx.select().from(itemReading))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });
});
