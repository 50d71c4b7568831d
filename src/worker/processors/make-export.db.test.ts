import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import { newId } from '@/db/new-id';
import { exportFile } from '@/db/schema/record';
import type { Job } from '@/domain/job';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { downloadExport } from '@/usecases/exports/download-export';
import { failExport } from '@/usecases/exports/fail-export';
import { listExports } from '@/usecases/exports/list-exports';
import { listVendorTables } from '@/usecases/exports/list-vendor-tables';
import { requestExport } from '@/usecases/exports/request-export';
import { requestVendorTable } from '@/usecases/exports/request-vendor-table';
import { retryExport } from '@/usecases/exports/retry-export';
import { confirmImport } from '@/usecases/imports/confirm-import';
import { showImport } from '@/usecases/imports/show-import';
import { uploadImport } from '@/usecases/imports/upload-import';
import { MET } from '@/usecases/testing/answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { codeOf } from '@/usecases/testing/refusal-of';
import { submitTestRound } from '@/usecases/testing/submitted-round';
import type { Workbench } from '../workbench';
import { makeExport } from './make-export';
import { workImport } from './work-import';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;
/** A register with everything that a table could stumble over. */
const ODD = `会社名,会社名カナ,法人番号,電代業登録番号,財務局,登録確認日,データの所在地,備考,サービス名,重要度,API種別,契約日,担当者名,部署,メールアドレス,言語
=1+1商会,ア,7000012050002,関東財務局長（電代）第1号,関東財務局,2026-04-01,東京,"一行
二行, ""引用""",@送金,高,参照系・更新系,2025-10-01,田中,室,tanaka@odd.example,英語
=1+1商会,,,,,,,,＋照会,低,更新系,,,,,
'-同上㈱,イ,,,,,,,,,,,,,,
`;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  other = await foundTestBank(database, { slug: 'minato', vendors: 1 });
  const importId = await imported(Buffer.from(ODD));
  expect(await countsOf(importId)).toEqual({ new: 3, changed: 0, unchanged: 0, faulty: 0 });
  const { version } = await showImport(outside, bank.members.operator, { importId, show: 'all', page: 1 });
  await confirmImport(outside, bank.members.operator, { importId, version, leaveOutFaulty: false });
  await workImport(bench, { tenantId: bank.tenantId, importId });
});
afterAll(() => database.drop());

async function imported(content: Uint8Array): Promise<string> {
  const { importId } = await uploadImport(outside, bank.members.operator, {
    kind: 'vendors',
    fileName: '一覧',
    content,
  });
  await workImport(bench, { tenantId: bank.tenantId, importId });
  return importId;
}
const countsOf = async (importId: string) =>
  (await showImport(outside, bank.members.operator, { importId, show: 'all', page: 1 })).preview?.counts;

async function exported(format: 'xlsx' | 'csv', locale: 'ja' | 'en' = 'ja') {
  const { operator } = bank.members;
  const { exportId } = await requestVendorTable(outside, operator, { format, locale });
  await makeExport(bench, (outside.wakes.at(-1) as Extract<Job, { kind: 'export.make' }>).payload);
  return downloadExport(outside, operator, { exportId });
}

describe('the register as a file', () => {
  it.each([
    ['xlsx', 'ja'],
    ['xlsx', 'en'],
    ['csv', 'ja'],
    ['csv', 'en'],
  ] as const)('imported again as it came out (%s, %s) changes nothing', async (format, locale) => {
    const { content } = await exported(format, locale);
    expect(await countsOf(await imported(content))).toEqual({ new: 0, changed: 0, unchanged: 5, faulty: 0 });
  });

  it('holds no live formula, and says what it is', async () => {
    const csv = await exported('csv');
    const text = Buffer.from(csv.content).toString('utf8');
    expect(text).toContain("'=1+1商会");
    expect(text).not.toMatch(/(?:^|[,\n"])[=+@＝＋－＠-]/);
    expect([csv.fileName, csv.mediaType]).toEqual(['API接続先一覧_2026-11-27.csv', 'text/csv; charset=utf-8']);
    const xlsx = await exported('xlsx');
    expect(xlsx.mediaType).toContain('spreadsheetml');
    const { sheets } = await readXlsx(xlsx.content);
    expect([...(sheets[0]?.cells?.values() ?? [])].every(({ formula }) => formula === undefined)).toBe(true);
  });

  it('is another bank’s to list and take only where it is its own', async () => {
    const { exports } = await listVendorTables(outside, bank.members.viewer, { page: 1 });
    expect(exports.length).toBeGreaterThan(0);
    expect((await listVendorTables(outside, other.members.viewer, { page: 1 })).exports).toEqual([]);
    const exportId = exports[0]?.id ?? '';
    expect(await codeOf(downloadExport(outside, other.members.operator, { exportId }))).toBe('not-found');
    expect(await codeOf(requestVendorTable(outside, bank.members.viewer, { format: 'csv', locale: 'ja' }))).toBe(
      'not-permitted',
    );
  });
});

describe('the table of a campaign as CSV', () => {
  it('has a row an assessment; gaps stand there only once they are submitted', async () => {
    const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, {});
    await submitTestRound(bank, outside, assessmentIds[0] ?? '', {
      1: {
        ...MET,
        status: 'unmet',
        measure: '導入する',
        person: '部長',
        promised: { precision: 'fiscal_year', fiscalYear: 2027 },
      },
    });
    const { exportId } = await requestExport(outside, bank.members.operator, {
      campaignId,
      locale: 'ja',
      format: 'csv',
    });
    await makeExport(bench, { tenantId: bank.tenantId, exportId });
    const { content } = await downloadExport(outside, bank.members.operator, { exportId });
    const rows = Buffer.from(content)
      .toString('utf8')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows[0]?.at(0)).toBe('API接続先');
    expect(rows[0]?.slice(1)).toEqual([
      'サービス',
      '状態',
      '回答済み項目数',
      '項目数',
      '回答期限',
      '最終更新',
      '未充足（提出済みの回）',
      'メール',
      '審査担当者',
    ]);
    expect(rows).toHaveLength(3);
    expect(rows[1]?.slice(0, 6)).toEqual(['aoba接続先1', 'API', '提出済', '54', '54', '2026-12-25']);
    expect(rows[1]?.[7]).toBe('1');
    expect(rows[2]?.[7]).toBe('');
  });
});

describe('a file that can’t be made', () => {
  const planned = async (values: Partial<typeof exportFile.$inferInsert>) => {
    const id = newId();
    await bank.system.transaction((tx) =>
      tx.insert(exportFile).values({
        tenantId: bank.tenantId,
        id,
        kind: 'campaign_csv',
        locale: 'ja',
        state: 'planned',
        requestedBy: bank.members.operator.actor,
        requestedAt: outside.clock.now(),
        ...values,
      }),
    );
    return { tenantId: bank.tenantId, exportId: id };
  };

  it('is tried again, and ends as failed with a sentence after the last time', async () => {
    // A table of a campaign without a campaign: no row that the product writes.
    const job = await planned({});
    const { operator } = bank.members;
    await expect(makeExport(bench, job)).rejects.toThrow();
    expect(await codeOf(downloadExport(outside, operator, { exportId: job.exportId }))).toBe('export-not-ready');
    await expect(makeExport(bench, job, { last: true })).rejects.toThrow();
    expect(await codeOf(downloadExport(outside, operator, { exportId: job.exportId }))).toBe('export-failed');
    await makeExport(bench, job);
  });

  it('is made anew when somebody who may ask for it says so, and only then', async () => {
    const { campaignId } = await launchTestCampaign(bank, outside, {});
    const { operator, viewer } = bank.members;
    const { exportId } = await requestExport(outside, operator, { campaignId, locale: 'ja', format: 'csv' });
    await failExport(outside, bank.system, { exportId });
    expect(await codeOf(retryExport(outside, viewer, { exportId }))).toBe('not-permitted');
    expect(await codeOf(retryExport(outside, other.members.operator, { exportId }))).toBe('not-found');
    const tries = await Promise.all([1, 2].map(() => retryExport(outside, operator, { exportId })));
    expect(tries.filter(({ retried }) => retried)).toHaveLength(1);
    const wake = outside.wakes.at(-1) as Extract<Job, { kind: 'export.make' }>;
    expect(wake.payload.exportId).toBe(exportId);
    await makeExport(bench, wake.payload);
    expect((await downloadExport(outside, operator, { exportId })).fileName).toContain('.csv');
    expect(await retryExport(outside, operator, { exportId })).toEqual({ retried: false });
  });

  it('shows as failed in its list', async () => {
    const { campaignId } = await launchTestCampaign(other, outside, {});
    const { exportId } = await requestExport(outside, other.members.operator, { campaignId, locale: 'ja' });
    await failExport(outside, other.system, { exportId });
    expect(await listExports(outside, other.members.viewer, { campaignId, page: 1 })).toMatchObject({
      exports: [{ id: exportId, state: 'failed' }],
    });
  });
});
