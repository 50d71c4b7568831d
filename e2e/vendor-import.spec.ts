import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { writeCsv } from '@/adapters/csv/write-csv';
import { writeWorkbook } from '@/adapters/xlsx/write-workbook';
import { expectAccessible } from './support/accessible';
import { signIn } from './support/member';

const OPERATOR = 'nakamura@aoba-bank.example';
/** Told apart from any vendor of the demo. */
const MARK = Date.now().toString(36);
const HEADS = [
  '会社名',
  '法人番号',
  'サービス名',
  '重要度',
  'API種別',
  '契約日',
  '担当者名',
  'メールアドレス',
  '社内メモ',
];
const FAULTY = 30;

const good = (name: string) => [
  name,
  '',
  '送金API',
  '高',
  '更新系',
  '令和8年4月1日',
  '田中',
  'tanaka@import.example',
  '',
];
const faulty = (index: number) => [
  `誤り${index} ${MARK}`,
  '1234567890123',
  '送金API',
  '最高',
  '更新系',
  '来年',
  '',
  '',
  '',
];

const file = (name: string, bytes: Uint8Array, mimeType = 'text/csv') => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
const table = (...rows: string[][]) => file(`接続先 ${MARK}.csv`, writeCsv([HEADS, ...rows]));

test('an import with 30 faulty rows: shown by cell, left out knowingly, and the same file again changes nothing', async ({
  page,
}) => {
  const input = page.getByLabel('取り込むファイル');
  const read = page.getByRole('button', { name: '読み取る' });
  const names = [`新規の接続先甲 ${MARK}`, `新規の接続先乙 ${MARK}`];
  const rows = [...names.map(good), ...Array.from({ length: FAULTY }, (_, index) => faulty(index))];
  await signIn(page, OPERATOR);

  await test.step('a file of another kind is refused in a sentence', async () => {
    await page.goto('/vendors/import');
    await expectAccessible(page);
    await read.click();
    await expect(page.getByText('ファイルをお選びください')).toBeVisible();
    await input.setInputFiles(file('請求書.xlsx', Buffer.from('%PDF-1.7\n')));
    await read.click();
    await expect(page.getByText('xlsxでもCSVでもないファイルです。')).toBeVisible();
    await expect(page.getByText('登録内容は変わっていません。')).toBeVisible();
  });

  await test.step('the preview names each faulty cell and what to do', async () => {
    await page.goto('/vendors/import');
    await input.setInputFiles(table(...rows));
    await read.click();
    await expect(page.getByText('確認待ち')).toBeVisible();
    await expect(page.getByText('次の見出しは使わないため、その列は取り込みません：社内メモ')).toBeVisible();
    await page.getByRole('button', { name: `誤り ${FAULTY}` }).click();
    const row = page.getByRole('row').filter({ hasText: `誤り0 ${MARK}` });
    await expect(row).toContainText('法人番号：1234567890123');
    await expect(row).toContainText('重要度：最高');
    await expect(row).toContainText('高・中・低のいずれかを入力してください。');
    await expect(row).toContainText('契約日：来年');
    await expect(page.getByRole('row')).toHaveCount(FAULTY + 1);
    await expectAccessible(page);
  });

  await test.step('left and found again, the good rows are taken in only when that is said', async () => {
    await page.goto('/vendors/import');
    await page.getByRole('link', { name: `接続先 ${MARK}.csv` }).click();
    await expect(page.getByRole('button', { name: '2行を取り込む' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByLabel(`誤りのある${FAULTY}行を除いて取り込む`).check();
    await page.getByRole('button', { name: '2行を取り込む' }).click();
    await expect(page.getByText('取り込みが完了しました')).toBeVisible();
    await expect(page.getByText('新規2行、変更0行を反映しました。')).toBeVisible();
  });

  await test.step('the same rows once more, now as a workbook, change nothing', async () => {
    const sheets = [{ name: '一覧', columns: HEADS.map((header) => ({ header, width: 12 })), rows: names.map(good) }];
    const bytes = await writeWorkbook({ title: '', author: '', created: new Date(), sheets });
    await page.goto('/vendors/import');
    await input.setInputFiles(file('もう一度.xlsx', bytes, 'application/octet-stream'));
    await read.click();
    await expect(page.getByText('取り込む変更はありません。')).toBeVisible();
    await expect(page.getByRole('button', { name: /行を取り込む/ })).toHaveCount(0);
  });

  await test.step('the register comes out as a file that holds what went in', async () => {
    await page.goto('/vendors/import');
    await page.getByRole('button', { name: 'CSVに出力する' }).click();
    const take = page.getByRole('button', { name: /^API接続先一覧_.*を受け取る$/ }).first();
    const [download] = await Promise.all([page.waitForEvent('download'), take.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toContain('誤り');
  });
});
