import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { copyEdition } from '../checklists/copy-edition';
import { publishEdition } from '../checklists/publish-edition';
import { saveEdition } from '../checklists/save-edition';
import { showEdition } from '../checklists/show-edition';
import { MET } from '../testing/answers-fixture';
import { approvedYear } from '../testing/approved-year';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { countedQueries } from '../testing/counted-queries';
import { underReview } from '../testing/review-steps';
import { PARTIAL } from '../testing/submitted-round';
import { reopenReview } from './reopen-review';
import { showReview } from './show-review';

let database: TestDatabase;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const DUE: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'partial',
  current: '一部の機器で実施しています。',
  measure: '残りの機器にも広げます。',
  promised: { precision: 'day', date: '2026-11-01' },
  person: '開発部 小林',
};

/** The same text under 甲-n, item 2 with another text, item 5 left out, and one that is new. */
async function nextEdition(bank: TestBank): Promise<string> {
  const { operator, approver } = bank.members;
  const { editionId } = await copyEdition(outside, operator, { editionId: bank.editionId, title: '2027年度の表' });
  const { content, version } = await showEdition(outside, operator, { editionId });
  const { id: _, ...edition } = content;
  const items = edition.items
    .filter((item) => item.number !== '5')
    .map((item) => ({
      ...item,
      id: item.id ?? item.number,
      number: `甲-${item.number}`,
      objective: item.number === '2' ? `${item.objective}（改）` : item.objective,
    }));
  const [first] = items;
  if (!first) throw new Error('the edition is empty');
  const added = { ...first, id: 'new', number: '甲-0', objective: '新しい項目を設ける' };
  const saved = await saveEdition(outside, operator, {
    editionId,
    version,
    edition: { ...edition, items: [added, ...items] },
  });
  await publishEdition(outside, approver, { editionId, version: saved.version });
  return editionId;
}

async function thisYear(bank: TestBank, contents: Readonly<Record<string, AnswerContent>> = {}) {
  const { assessmentIds } = await launchTestCampaign(bank, outside, {
    serviceIds: bank.serviceIds.slice(0, 1),
    dueDate: '2027-03-31',
  });
  return underReview(bank, outside, assessmentIds[0] ?? '', contents);
}

describe('last year beside this one', () => {
  it('is found item by item over another edition with other numbers', async () => {
    const bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
    await approvedYear(bank, outside, { 3: DUE });
    const next = { ...bank, editionId: await nextEdition(bank) };
    const { assessmentId } = await thisYear(next, { '甲-3': PARTIAL });
    const { items, head } = await showReview(outside, bank.members.viewer, { assessmentId });
    const of = (number: string) => items.find((item) => item.number === number);
    expect(head.lastYear?.roundNumber).toBe(1);
    expect(of('甲-1')).toMatchObject({
      lastYear: { number: '1', textChanged: false, unchanged: true, verdict: 'accepted', takenTogether: false },
      delta: { way: 'together' },
    });
    expect(of('甲-2')).toMatchObject({
      lastYear: { number: '2', textChanged: true },
      delta: { way: 'singly', reasons: ['text-changed'] },
    });
    expect(of('甲-0')).toMatchObject({ lastYear: null, delta: { way: 'singly', reasons: ['new-item'] } });
    expect(of('甲-3')).toMatchObject({
      lastYear: {
        unchanged: false,
        content: { status: 'partial' },
        promise: { measure: '残りの機器にも広げます。', person: '開発部 小林', outcome: 'postponed' },
      },
      delta: { way: 'singly', reasons: ['answer-changed', 'promise-due', 'not-met'] },
    });
  });

  it('is the latest approved one, not the campaign before, and not one that was re-opened', async () => {
    const bank = await foundTestBank(database, { slug: 'midori', vendors: 1 });
    const approved = await approvedYear(bank, outside, { 1: { ...MET, current: '二年前に確かめた。' } });
    const between = await thisYear(bank, { 1: { ...MET, current: '承認されなかった。' } });
    outside.clock.advance(86_400_000);
    const { assessmentId } = await thisYear(bank);
    const look = () => showReview(outside, bank.members.viewer, { assessmentId });
    const first = (await look()).items[0];
    expect(first?.lastYear?.content.current).toBe('二年前に確かめた。');
    expect((await look()).head.lastYear?.assessmentId).toBe(approved.assessmentId);
    expect(
      (await showReview(outside, bank.members.viewer, { assessmentId: approved.assessmentId })).head.lastYear,
    ).toBeNull();
    await reopenReview(outside, bank.members.approver, { assessmentId: approved.assessmentId, reason: '再確認' });
    expect((await look()).head.lastYear).toBeNull();
    expect(between.assessmentId).not.toBe(assessmentId);
  });

  it('costs the same number of queries with five years of history as with one', async () => {
    const bank = await foundTestBank(database, { slug: 'kita', vendors: 1 });
    const queriesOf = (assessmentId: string) =>
      countedQueries(bank.members.viewer, (counted) => showReview(outside, counted, { assessmentId }));
    const bare = await queriesOf((await thisYear(bank)).assessmentId);
    await approvedYear(bank, outside);
    const one = await queriesOf((await thisYear(bank)).assessmentId);
    for (let year = 2; year <= 5; year += 1) await approvedYear(bank, outside, { 1: PARTIAL });
    const five = await queriesOf((await thisYear(bank)).assessmentId);
    expect({ bare, five }).toEqual({ bare: one, five: one });
    expect(one).toBeLessThan(30);
  }, 120_000);
});
