import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readXlsx } from 'hucre';
import { FORM_COLUMNS } from '@/domain/answer-form';
import { cellName } from '@/domain/file-failure';
import { type Office, type OfficeOrder, openOffice } from '@/ops/office/office.fixture';
import { expectAccessible } from './support/accessible';
import { personAt } from './support/person';
import { enterByAddress, everythingSaved } from './support/respondent';

/** Of the demo: asked by one bank, half answered. */
const ADDRESS = 'kodama@kodama-chokin.example';
const SHEET = '回答用シート';
const FIRST_ROW = 5;

let office: Office;
test.beforeAll(() => {
  office = openOffice();
});
test.afterAll(() => office.close());

/** What somebody types into the item's cell in LibreOffice. */
async function typist(form: Uint8Array) {
  const { sheets } = await readXlsx(form);
  const numbers = sheets.find(({ name }) => name === SHEET)?.rows.map(([number]) => String(number ?? '')) ?? [];
  return (number: string, key: string, text: string): OfficeOrder => {
    const column = FORM_COLUMNS.findIndex((each) => each.key === key);
    return ['type', SHEET, cellName(numbers.indexOf(number, FIRST_ROW), column), text];
  };
}

test('the form goes to LibreOffice and back: what both changed is chosen, the rest is taken in, an edited question is not', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await personAt(browser);
  await enterByAddress(page, ADDRESS, { name: '児玉 実', department: '開発部' }, /2026年度/);
  const workspace = new URL(page.url()).pathname;
  const bring = async (content: Uint8Array, name: string) => {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel(/^記入したシート\s*必須/).setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
    await page.getByRole('button', { name: '今の回答と比べる' }).click();
  };
  const item = (number: string) => page.getByRole('article', { name: `通番${number}`, exact: true });
  const open = async (number: string) => {
    await page.goto(`${workspace}?item=${number}`);
    await expect(page.getByRole('article').getByText(`通番 ${number}`, { exact: true })).toBeVisible();
    return page.getByLabel('現在の対応状況');
  };

  let form: Uint8Array = new Uint8Array();
  await test.step('it is saved from the page', async () => {
    await page.getByRole('link', { name: 'Excelで回答' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Excelで回答' })).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '回答用シート（.xlsx）を保存' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^回答用シート_.*2026年度.*\.xlsx$/);
    form = readFileSync(await saved.path());
  });
  const type = await typist(form);

  await test.step('meanwhile two answers are changed on the page', async () => {
    for (const number of ['1', '2']) {
      const answer = await open(number);
      const saved = page.waitForResponse(/answers\.save/);
      await answer.fill(`画面の文（通番${number}）`);
      await saved;
      await everythingSaved(page);
    }
    await page.goto(`${workspace}/form`);
  });

  await test.step('a sheet that nobody filled in changes nothing, and offers nothing to take in', async () => {
    await bring(form, 'そのまま.xlsx');
    await expect(page.getByRole('heading', { name: '「そのまま.xlsx」との比較' })).toBeVisible();
    await expect(page.getByText('変更はありません', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /項目を反映する/ })).toHaveCount(0);
  });

  await test.step('a question that was edited is refused, and its cell is named', async () => {
    await bring(await office.edit(form, [['unprotect', SHEET], type('1', 'objective', '易しい問い')]), '問い.xlsx');
    await expect(page.getByText('「問い.xlsx」は読み取れませんでした')).toBeVisible();
    await expect(page.getByText(/セル C6、1か所/)).toBeVisible();
    await expect(page.getByRole('heading', { name: '「そのまま.xlsx」との比較' })).toHaveCount(0);
  });

  await test.step('filled in there, it is compared cell by cell, and nothing is written yet', async () => {
    const filled = await office.edit(form, [
      type('1', 'current', 'シートの文（通番1）'),
      type('2', 'current', 'シートの文（通番2）'),
      type('3', 'current', '𠮷野の_x000D_規程'),
      type('58', 'status', '一部充足'),
      type('58', 'current', '半分まで'),
      type('58', 'measure', '残りに広げる'),
      type('58', 'promised', '令和９年３月31日'),
      type('58', 'person', '児玉'),
    ]);
    await bring(filled, '記入済み.xlsx');
    await expect(page.getByRole('heading', { name: '「記入済み.xlsx」との比較' })).toBeVisible();
    await expect(page.getByText('2か所で、シートと画面の両方に変更があります').first()).toBeVisible();
    for (const text of ['シートの文（通番1）', '画面の文（通番1）'])
      await expect(item('1').getByText(text)).toBeVisible();
    await expect(item('58').getByText('2027年3月31日', { exact: false })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('mine and theirs are chosen and taken in', async () => {
    await item('1').getByRole('radio', { name: 'シートの内容' }).press('Space');
    await item('2').getByRole('radio', { name: '今の回答' }).press('Space');
    await page.reload();
    await expect(item('1').getByRole('radio', { name: 'シートの内容' })).toBeChecked();
    await page.getByRole('button', { name: '4項目を反映する' }).click();
    await expect(page.getByText('3項目の回答を反映しました').first()).toBeVisible();
    await expect(page.getByText(/記入済み\.xlsx.*反映済み/)).toBeVisible();
    await expect(await open('1')).toHaveValue('シートの文（通番1）');
    await expect(await open('2')).toHaveValue('画面の文（通番2）');
    await expect(await open('3')).toHaveValue('𠮷野の_x000D_規程');
    await expect(await open('58')).toHaveValue('半分まで');
    await expect(page.getByRole('article').getByLabel('担当者')).toHaveValue('児玉');
  });
});
