import { expect, type Page } from '@playwright/test';
import { codeIn, type World } from '@/ops/asked-world.fixture';

/** By the link of a mail, with the code of another, into the workspace. */
export async function enterWorld(
  world: World,
  page: Page,
  link: string,
  who: { name: string; address?: string; department: string },
): Promise<void> {
  await page.goto(link);
  const before = world.mailCount();
  await page.getByRole('button', { name: '確認コードを受け取る' }).click();
  await page
    .getByLabel('確認コード（6桁の数字）')
    .fill(codeIn(await world.mailAfter(before, '【確認コード】', who.address)));
  await page.getByRole('button', { name: '確認して進む' }).click();
  await page.getByLabel('お名前').fill(who.name);
  await page.getByLabel('部署名').fill(who.department);
  await page.getByRole('button', { name: '回答を始める' }).click();
  await expect(page.getByRole('article')).toBeVisible();
}

/** A member of a bank, by the code of a mail; ends on the page at `path`. */
export async function signInWorld(world: World, page: Page, address: string, path: string): Promise<void> {
  await page.goto(`${world.origin}/sign-in?next=${encodeURIComponent(path)}`);
  const before = world.mailCount();
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByRole('button', { name: '確認コードを送る' }).click();
  await page
    .getByLabel('確認コード（6桁の数字）')
    .fill(codeIn(await world.mailAfter(before, '【確認コード】', address)));
  await page.getByRole('button', { name: 'サインインする' }).click();
  await expect(page.getByRole('navigation', { name: '主メニュー' })).toBeVisible();
}
