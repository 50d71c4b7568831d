import { expect, type Page } from '@playwright/test';
import { codeIn, lastMailTo, mailTo } from './mailbox';

/**
 * Signs a member of a bank in with the code of a real mail; ends on their first page, or on the one at `path` that was
 * asked for while signed out.
 */
export async function signIn(page: Page, address: string, path = '/sign-in'): Promise<void> {
  await page.goto(path);
  const before = await lastMailTo(address);
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByRole('button', { name: '確認コードを送る' }).click();
  const code = codeIn(await mailTo(address, '【確認コード】', before));
  await page.getByLabel('確認コード（6桁の数字）').fill(code);
  await page.getByRole('button', { name: 'サインインする' }).click();
  await expect(page.getByRole('navigation', { name: '主メニュー' })).toBeVisible();
}
