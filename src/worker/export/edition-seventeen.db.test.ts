import { asc, eq } from 'drizzle-orm';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import { service } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import type { ChecklistItem } from '@/domain/checklist';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { showAuditedCampaign } from '@/usecases/audit/show-audited-campaign';
import { listBankAnswers } from '@/usecases/bank-answers/list-bank-answers';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { downloadExport } from '@/usecases/exports/download-export';
import { requestExport } from '@/usecases/exports/request-export';
import { listGaps } from '@/usecases/gaps/list-gaps';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { decideAcceptance } from '@/usecases/reviews/decide-acceptance';
import { judgeItems } from '@/usecases/reviews/judge-items';
import { proposeAcceptance } from '@/usecases/reviews/propose-acceptance';
import { showReview } from '@/usecases/reviews/show-review';
import { MET } from '@/usecases/testing/answers-fixture';
import { approveTestBankAnswers } from '@/usecases/testing/bank-answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  nameCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '@/usecases/testing/bank-fixture';
import { publishTestEdition } from '@/usecases/testing/own-edition';
import { codeOf } from '@/usecases/testing/refusal-of';
import { acceptItems, underReview } from '@/usecases/testing/review-steps';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { PARTIAL } from '@/usecases/testing/submitted-round';
import { makeExport } from '../processors/make-export';
import type { Workbench } from '../workbench';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
/** The assessments of a service that only reads and of one that also writes. */
let reading: string;
let writing: string;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;
const edition = seventeenItems();
const numbersOf = (choose: (item: ChecklistItem) => boolean) => edition.items.filter(choose).map((item) => item.number);
const forVendor = numbersOf((item) => item.answeredBy !== 'bank');
const CONDITIONAL = 'Sec-7';
const forReader = forVendor.filter((number) => number !== CONDITIONAL);

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  const [, updating = ''] = bank.serviceIds;
  await bank.system.transaction((tx) =>
    tx
      .update(service)
      .set({ apiKinds: ['reference', 'update'] })
      .where(eq(service.id, updating)),
  );
  const editionId = await publishTestEdition(bank, outside, edition);
  ({ campaignId } = await launchTestCampaign({ ...bank, editionId }, outside));
  const rows = await bank.system.transaction((tx) =>
    tx.select().from(assessment).where(eq(assessment.campaignId, campaignId)).orderBy(asc(assessment.createdAt)),
  );
  reading = rows.find((row) => row.serviceId !== updating)?.id ?? '';
  writing = rows.find((row) => row.serviceId === updating)?.id ?? '';
});
afterAll(() => database.drop());

describe('a bank’s own list of 17 items', () => {
  it('is launched with its own numbers; a conditional item counts only where it is asked', async () => {
    const counts = await bank.system.transaction((tx) =>
      tx.select({ id: assessment.id, itemCount: assessment.itemCount }).from(assessment),
    );
    expect(counts.find((row) => row.id === reading)?.itemCount).toBe(15);
    expect(counts.find((row) => row.id === writing)?.itemCount).toBe(16);
    const shown = await showCampaign(outside, bank.members.viewer, { campaignId });
    expect(shown).toMatchObject({ editionTitle: edition.title, itemCount: 17, bankItems: { all: 3 } });
  });

  it('is answered as printed, with the bank’s guidance, evidence and named data beside it', async () => {
    const reader = await respondentOf(bank, reading);
    const { items } = await openWorkspace(outside, reader, { assessmentId: reading });
    expect(items.map((item) => item.number)).toEqual(forReader);
    expect([...new Set(items.map((item) => item.category))]).toEqual([
      '体制',
      '認証',
      '通信と記録',
      '開発と変更',
      '事故への備え',
    ]);
    const named = (number: string) => items.find((item) => item.number === number)?.item;
    expect(named('Sec-3')).toMatchObject({ namedData: ['認証番号', '報告書名'], guidance: edition.items[2]?.guidance });
    expect(named('Sec-6')).toMatchObject({ evidenceNeeded: true });
    const writer = await respondentOf(bank, writing);
    const theirs = await openWorkspace(outside, writer, { assessmentId: writing });
    expect(theirs.items.map((item) => item.number)).toEqual(forVendor);
    const conditional = theirs.items.find((item) => item.number === CONDITIONAL)?.itemId ?? '';
    const save = saveAnswer(outside, reader, { assessmentId: reading, itemId: conditional, version: 0, content: MET });
    expect(await codeOf(save)).toBe('not-found');
  });

  it('is answered by the bank where the bank is asked', async () => {
    await approveTestBankAnswers(bank, outside, campaignId);
    const { items } = await listBankAnswers(outside, bank.members.viewer, { campaignId, assessmentId: null });
    expect(items.map((item) => item.number)).toEqual(numbersOf((item) => item.answeredBy !== 'vendor'));
    expect(items.every((item) => item.default.standing === 'approved')).toBe(true);
  });

  it('is submitted, reviewed, approved and its gaps listed by its own numbers', async () => {
    const first = await underReview(bank, outside, reading, { 'Sec-10': PARTIAL });
    const second = await underReview(bank, outside, writing);
    const { items, progress } = await showReview(outside, bank.members.reviewer, { assessmentId: reading });
    expect(items.map((item) => item.number)).toEqual([...numbersOf((item) => item.number !== CONDITIONAL)]);
    expect(progress.toJudge).toBe(15);
    const open = await showReview(outside, bank.members.reviewer, { assessmentId: writing });
    expect(open.items.map((item) => item.number)).toEqual(numbersOf(() => true));
    expect(open.progress.toJudge).toBe(16);
    const conditional = open.items.find((item) => item.number === CONDITIONAL);
    const judged = judgeItems(outside, bank.members.reviewer, {
      ...first,
      judgements: [{ itemId: conditional?.itemId ?? '', verdict: 'accepted', reason: '', version: 0 }],
    });
    expect(await codeOf(judged)).not.toBe('done');
    await acceptItems(bank, outside, first);
    await acceptItems(bank, outside, second, ['Sec-17']);
    const early = proposeAcceptance(outside, bank.members.reviewer, { ...second, summary: '適切' });
    expect(await early.catch((error: unknown) => error)).toMatchObject({
      code: 'verdicts-incomplete',
      params: { numbers: 'Sec-17' },
    });
    const { acceptanceId } = await proposeAcceptance(outside, bank.members.reviewer, { ...first, summary: '適切' });
    await decideAcceptance(outside, bank.members.approver, {
      assessmentId: reading,
      acceptanceId,
      decision: 'approve',
      reason: '',
    });
    const { gaps } = await listGaps(outside, bank.members.viewer, {
      campaignId,
      vendorId: null,
      category: '通信と記録',
      state: null,
      page: 1,
    });
    expect(gaps.map((gap) => [gap.number, gap.category])).toEqual([['Sec-10', '通信と記録']]);
  });

  it('is taken away in a workbook with its own numbers, and stands in the auditor’s history', async () => {
    const { operator } = bank.members;
    const { exportId } = await requestExport(outside, operator, { campaignId, locale: 'ja' });
    await makeExport(bench, { tenantId: bank.tenantId, exportId });
    const { sheets } = await readXlsx((await downloadExport(outside, operator, { exportId })).content);
    const printed = (name: string) =>
      (sheets.find((sheet) => sheet.name === name)?.rows ?? [])
        .map((row) => String(row[0] ?? ''))
        .filter((cell) => cell.startsWith('Sec-'));
    const both = new Set(numbersOf((item) => item.answeredBy === 'both'));
    const rowsOf = (numbers: string[]) => numbers.flatMap((number) => (both.has(number) ? [number, number] : [number]));
    expect(printed('aoba接続先1')).toEqual(rowsOf(numbersOf((item) => item.number !== CONDITIONAL)));
    expect(printed('aoba接続先2')).toEqual(rowsOf(numbersOf(() => true)));
    const files = sheets.find((sheet) => sheet.name === 'エビデンス')?.rows.slice(1) ?? [];
    const [needed] = numbersOf((item) => item.evidenceNeeded === true);
    expect(files.map((row) => [row[0], row[2], String(row[5]).length])).toEqual([
      ['aoba接続先1', needed, 64],
      ['aoba接続先2', needed, 64],
    ]);
    await nameCampaign(bank, campaignId, outside.clock.now());
    const history = await showAuditedCampaign(outside, bank.auditor, { campaignId, page: 1, assessmentsPage: 1 });
    expect(history.editionTitle).toBe(edition.title);
    expect(history.assessments.map((each) => each.state).toSorted()).toEqual(['approved', 'in_review']);
    expect(history.events.length).toBeGreaterThan(30);
  });
});
