import { expect, type Page } from '@playwright/test';

/** The steps of a preparation, from the list of campaigns to the flight plan. Every item of the checklist is asked. */
export async function prepareCampaign(
  page: Page,
  campaign: {
    name: string;
    /** YYYY-MM-DD */
    due: string;
    /** The edition's title, when there is more than one. */
    edition?: string;
    vendors: readonly string[];
  },
): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: '実施回を準備する' }).click();
  await page.getByLabel('名称').fill(campaign.name);
  if (campaign.edition !== undefined) {
    const edition = page.getByLabel('チェックリスト');
    const choice = edition.getByRole('option', { name: new RegExp(campaign.edition) });
    await edition.selectOption((await choice.getAttribute('value')) ?? '');
  }
  await page.getByRole('button', { name: '準備を始める' }).click();
  await page.getByRole('button', { name: '保存して対象へ' }).click();
  for (const name of campaign.vendors) {
    const box = page.getByRole('checkbox', { name });
    await box.check();
    await expect(box).toBeChecked();
  }
  await expect(page.getByText(`対象サービス（${campaign.vendors.length}件を選択中）`)).toBeVisible();
  await page.getByRole('link', { name: '期限へ' }).click();
  await page.getByRole('textbox', { name: /^回答期限/ }).fill(campaign.due);
  await page.getByRole('button', { name: '保存して文面へ' }).click();
  await page.getByRole('button', { name: '保存して最終確認へ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '送信予定の最終確認' })).toBeVisible();
  // Every mail can be read there as its recipient will get it.
  const mail = page.frameLocator('iframe[title="メールの見え方"]');
  const [vendor = ''] = campaign.vendors;
  const read = page.getByLabel('届く会社');
  await read.selectOption({ label: (await read.getByRole('option', { name: vendor }).textContent()) ?? '' });
  await expect(mail.getByText(`${vendor} ご担当者様`)).toBeVisible();
}

/** From the flight plan to the campaign's own page, made by the worker. */
export async function launchCampaign(page: Page, campaign: { name: string; vendors: number }): Promise<string> {
  const label = `${campaign.vendors}社で起動する`;
  // By a key: right after scrolling, Chromium may still hand a click to the sandboxed frame of the mail that lay there.
  await page.getByRole('button', { name: label }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: label }).click();
  await expect(page).toHaveURL(/\/campaigns\/[^/]+$/, { timeout: 90_000 });
  await expect(page.getByRole('heading', { level: 1, name: campaign.name })).toBeVisible({ timeout: 90_000 });
  return new URL(page.url()).pathname;
}
