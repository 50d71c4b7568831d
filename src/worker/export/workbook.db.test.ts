import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import type { RespondentScope } from '@/db/scope';
import { EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { downloadAuditExport } from '@/usecases/audit/download-audit-export';
import { listAuditedCampaigns } from '@/usecases/audit/list-audited-campaigns';
import { requestAuditExport } from '@/usecases/audit/request-audit-export';
import { showAuditedCampaign } from '@/usecases/audit/show-audited-campaign';
import { downloadExport } from '@/usecases/exports/download-export';
import { listExports } from '@/usecases/exports/list-exports';
import { requestExport } from '@/usecases/exports/request-export';
import { answerQuestion } from '@/usecases/questions/answer-question';
import { askQuestion } from '@/usecases/questions/ask-question';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { answerAll, MET, submitAll } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  nameCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { codeOf } from '@/usecases/testing/refusal-of';
import { makeExport } from '../processors/make-export';
import type { Workbench } from '../workbench';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;
const LONG = `長い文章${'あ'.repeat(9000)}終わり`;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  const launched = await launchTestCampaign(bank, outside);
  ({ campaignId } = launched);
  const scope = await respondentOf(bank, launched.assessmentIds[0] ?? '');
  await answerAll(outside, scope, (number) => {
    if (number === '1') return { ...MET, current: '=HYPERLINK("http://x.example","y")' };
    if (number === '2') return { ...EMPTY_ANSWER, status: 'not_applicable', reason: '対象の業務がない' };
    if (number === '3') return { ...MET, current: LONG };
    return MET;
  });
  await submitAll(outside, scope);
  // The other vendor has only begun: nothing of that may be seen.
  const other = await respondentOf(bank, launched.assessmentIds[1] ?? '');
  const [item] = await vendorItems(bank, campaignId);
  await saveAnswer(outside, other, {
    assessmentId: other.assessmentId,
    itemId: item?.id ?? '',
    version: 0,
    content: { ...MET, current: '下書きの秘密' },
  });
  await askAndCorrect(other, item?.id ?? '');
});
afterAll(() => database.drop());

async function askAndCorrect(scope: RespondentScope, itemId: string): Promise<void> {
  const place = { assessmentId: scope.assessmentId };
  const { questionId } = await askQuestion(outside, scope, { ...place, itemId, text: '社内の回線も含みますか。' });
  for (const [index, answer] of ['含みません。', '含みます。'].entries()) {
    await answerQuestion(outside, bank.members.operator, { ...place, questionId, version: index + 1, answer });
  }
}

async function exported(): Promise<Uint8Array> {
  const { operator } = bank.members;
  const { exportId } = await requestExport(outside, operator, { campaignId, locale: 'ja' });
  expect(await codeOf(downloadExport(outside, operator, { exportId }))).toBe('export-not-ready');
  await makeExport(bench, { tenantId: bank.tenantId, exportId });
  return (await downloadExport(outside, operator, { exportId })).content;
}

describe('the workbook', () => {
  it('has the form’s own columns, and two rows where an item is for both', async () => {
    const { sheets } = await readXlsx(await exported());
    expect(sheets.map((sheet) => sheet.name)).toEqual(['表紙', 'aoba接続先1', 'aoba接続先2', '質問', '監査記録']);
    const rows = sheets[1]?.rows ?? [];
    expect(rows[2]?.slice(0, 10)).toEqual([
      '通番',
      '区分',
      'セキュリティ対応目標',
      '対象者',
      '手法例',
      '現在の対応状況',
      '今後の対応予定',
      '関連規定',
      '関連規定箇所',
      '備考',
    ]);
    const body = rows.slice(3).filter((row) => typeof row[0] === 'number');
    expect(body).toHaveLength(54 + 15);
    const numbers = body.map((row) => row[0]);
    expect(new Set(numbers).size).toBe(60);
    expect(numbers.length - new Set(numbers).size).toBe(9);
  });

  it('writes what looks like a formula as text, and loses nothing of a long one', async () => {
    const { sheets } = await readXlsx(await exported());
    const rows = (sheets[1]?.rows ?? []).slice(3);
    const rowOf = (number: number) => rows.find((row) => row[0] === number);
    expect(rowOf(1)?.[5]).toBe('=HYPERLINK("http://x.example","y")');
    expect(rowOf(2)?.[5]).toContain('対象の業務がない');
    expect(rowOf(3)?.[5]).toBe(LONG);
  });

  it('shows nothing that was not submitted', async () => {
    const { sheets } = await readXlsx(await exported());
    expect(JSON.stringify(sheets)).not.toContain('下書きの秘密');
    expect(sheets[2]?.rows[1]?.[0]).toBe('提出されていません');
  });

  it('shows what a vendor asked and every answer of the bank’s, also before a submission', async () => {
    const { sheets } = await readXlsx(await exported());
    const rows = (sheets.find((sheet) => sheet.name === '質問')?.rows ?? []).slice(1);
    expect(rows.map((row) => [row[0], row[3], row[6], row[7], row[8]])).toEqual([
      ['aoba接続先2', '社内の回線も含みますか。', '訂正前', '含みません。', 'operator of aoba'],
      ['aoba接続先2', '社内の回線も含みますか。', '回答済み', '含みます。', 'operator of aoba'],
    ]);
  });

  it('carries the audit trail so that each hash can be computed again', async () => {
    const { createHash } = await import('node:crypto');
    const { sheets } = await readXlsx(await exported());
    const events = (sheets.at(-1)?.rows ?? []).slice(2).filter((row) => typeof row[0] === 'number');
    expect(events.length).toBeGreaterThan(56);
    const own = events.filter((row) => typeof row[6] === 'string' && row[6] !== '');
    expect(own.length).toBeGreaterThan(56);
    for (const [index, row] of events.entries()) {
      if (index > 0) expect([row[0], row[4]]).toEqual([Number(events[index - 1]?.[0]) + 1, events[index - 1]?.[5]]);
      if (own.includes(row)) expect(createHash('sha256').update(String(row[6]), 'utf8').digest('hex')).toBe(row[5]);
    }
  });

  it('is made once, however often the job runs', async () => {
    const { operator } = bank.members;
    const { exportId } = await requestExport(outside, operator, { campaignId, locale: 'en' });
    const job = { tenantId: bank.tenantId, exportId };
    await Promise.all([makeExport(bench, job), makeExport(bench, job)]);
    const { exports } = await listExports(outside, operator, { campaignId, page: 1 });
    expect(exports.find((line) => line.id === exportId)).toMatchObject({ state: 'ready', doneRows: 2, totalRows: 2 });
  });
});

describe('an auditor', () => {
  it('sees and takes away only what they were named for, and every look is recorded', async () => {
    const { auditor } = bank;
    expect(await codeOf(showAuditedCampaign(outside, auditor, { campaignId, page: 1, assessmentsPage: 1 }))).toBe(
      'not-found',
    );
    expect(await codeOf(requestAuditExport(outside, auditor, { campaignId, locale: 'ja' }))).toBe('not-found');
    const elsewhere = await launchTestCampaign(bank, outside, { name: '名指しされていない実施回' });
    await nameCampaign(bank, campaignId, outside.clock.now());
    const { campaigns } = await listAuditedCampaigns(outside, auditor, { page: 1 });
    expect(campaigns.map((each) => each.id)).toEqual([campaignId]);
    expect(
      await codeOf(
        showAuditedCampaign(outside, auditor, { campaignId: elsewhere.campaignId, page: 1, assessmentsPage: 1 }),
      ),
    ).toBe('not-found');
    const before = (await showAuditedCampaign(outside, auditor, { campaignId, page: 1, assessmentsPage: 1 }))
      .totalEvents;
    const after = await showAuditedCampaign(outside, auditor, { campaignId, page: 1, assessmentsPage: 1 });
    expect(after.totalEvents).toBe(before + 1);
    expect(after.events[0]?.kind).toBe('audit.campaign-seen');
    const { exportId } = await requestAuditExport(outside, auditor, { campaignId, locale: 'ja' });
    await makeExport(bench, { tenantId: bank.tenantId, exportId });
    const file = await downloadAuditExport(outside, auditor, { exportId });
    expect((await readXlsx(file.content)).sheets).toHaveLength(5);
  });
});
