import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { madeZip } from '@/domain/made-zip.fixture';
import { expectAccessible } from './accessible';
import { unfitting } from './narrow';

export const RULES = { name: '鍵管理規程.pdf', text: '%PDF-1.7\n鍵は機器の外に出さない。' };

const evidenceOf = (page: Page) => page.getByRole('article').getByRole('region', { name: /^エビデンス/ });

/** True when the open item asks for a file. */
export async function needsEvidence(page: Page): Promise<boolean> {
  return (await evidenceOf(page).getByText('充足・一部充足のとき必須').count()) > 0;
}

/**
 * Drops two files onto the open item, one of them a ZIP under a password, which is refused with a word; names the other
 * one for a further item too, and finds both in the list of all evidence.
 */
export async function dropEvidence(page: Page, furtherNumber: string): Promise<void> {
  const section = evidenceOf(page);
  const zip = [...madeZip([{ name: '図.pdf', encrypted: true }])];
  const dropped = await page.evaluateHandle(
    ({ name, text, locked }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'application/pdf' }));
      transfer.items.add(new File([new Uint8Array(locked)], '構成図.zip', { type: 'application/zip' }));
      return transfer;
    },
    { ...RULES, locked: zip },
  );
  await section.getByRole('group', { name: /ファイルを選ぶ$/ }).dispatchEvent('drop', { dataTransfer: dropped });
  const refused = section.getByRole('alert');
  await expect(refused).toContainText('構成図.zip を受け取れませんでした');
  await expect(refused).toContainText('パスワード付きのZIPは受け取れません');
  await section.getByRole('button', { name: /構成図\.zip」の表示を閉じる/ }).click();
  await expect(section.getByRole('button', { name: RULES.name }).first()).toBeVisible();
  await expect(section).toContainText('ウイルス検査なし');
  await expect(section).toContainText(/SHA-256 [0-9a-f]{12}…/);
  await section.getByRole('button', { name: `ほかの項目にも使う ${RULES.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: new RegExp(`^${furtherNumber} `) }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '2項目に使う' }).click();
  await expect(section).toContainText(`通番 ${furtherNumber} にも使っています`);
  await dateEvidence(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await unfitting(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Says until when the file holds, in the Japanese calendar; a day that can't be read is held before anything is saved. */
async function dateEvidence(page: Page): Promise<void> {
  await evidenceOf(page)
    .getByRole('button', { name: /^有効期間/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const from = dialog.getByRole('textbox', { name: /^有効期間の始まり/ });
  await from.fill('春ごろ');
  await dialog.getByRole('textbox', { name: /^有効期間の終わり/ }).fill('令和9年3月31日');
  await dialog.getByRole('button', { name: '有効期間を保存する' }).click();
  await expect(from).toBeFocused();
  await expect(dialog).toContainText('日付として読み取れません');
  await from.fill('R8.4.1');
  await dialog.getByRole('button', { name: '有効期間を保存する' }).click();
  await expect(dialog).toBeHidden();
  await expect(evidenceOf(page)).toContainText('2027年3月31日');
}

/** Adds a file by the button's own field. */
export async function chooseEvidence(page: Page): Promise<void> {
  const file = { name: RULES.name, mimeType: 'application/pdf', buffer: Buffer.from(RULES.text) };
  await evidenceOf(page).locator('input[type=file]').setInputFiles(file);
  await expect(evidenceOf(page).getByRole('button', { name: RULES.name }).first()).toBeVisible();
}

/** Opens an item of the review, goes to its evidence by the E key and takes the file away: byte by byte what was sent. */
export async function takeEvidenceAway(page: Page, number: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '確認項目' })
    .getByRole('button', { name: new RegExp(`^${number} `) })
    .click();
  await page.keyboard.press('e');
  const file = page.getByRole('button', { name: RULES.name });
  await expect(file).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toBe(RULES.name);
  expect(await readFile(await download.path(), 'utf8')).toBe(RULES.text);
}
