import { expect, type Page } from '@playwright/test';
import { codeIn, lastMailTo, linkIn, mailTo } from './mailbox';

export interface Reply {
  status: '充足' | '一部充足' | '未充足' | '対象外';
  /** 現在の対応状況, or the reason of 対象外. */
  text: string;
  /** 今後の対応予定: what, by which half year or 未定 with its reason, and who. */
  plan?: { measure: string; half?: '1' | '2'; undecided?: string; person: string };
}

/** From the invitation's link to the workspace: a click, the code of a second mail, name and department. */
export async function enterByLink(
  page: Page,
  address: string,
  who: { name: string; department: string },
): Promise<void> {
  const link = linkIn(await mailTo(address, '【要対応】'));
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ご回答をお願いします');
  // The link's secret leaves the address bar at once.
  await expect(page).toHaveURL(/\/respond$/);
  const before = await lastMailTo(address);
  await page.getByRole('button', { name: '確認コードを受け取る' }).click();
  const code = codeIn(await mailTo(address, '【確認コード】', before));
  await page.getByLabel('確認コード（6桁の数字）').fill(code);
  await page.getByRole('button', { name: '確認して進む' }).click();
  await page.getByLabel('お名前').fill(who.name);
  await page.getByLabel('部署名').fill(who.department);
  await page.getByRole('button', { name: '回答を始める' }).click();
  await expect(page.getByRole('article')).toBeVisible();
}

/** Without a link: by the address alone, with the code of a mail, to what is asked under `name`. */
export async function enterByAddress(
  page: Page,
  address: string,
  who: { name: string; department: string },
  name: RegExp,
): Promise<void> {
  await page.goto('/respond');
  const before = await lastMailTo(address);
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByRole('button', { name: '確認コードを受け取る' }).click();
  await page.getByLabel('確認コード（6桁の数字）').fill(codeIn(await mailTo(address, '【確認コード】', before)));
  await page.getByRole('button', { name: '確認して進む' }).click();
  await page.getByLabel('お名前').fill(who.name);
  await page.getByLabel('部署名').fill(who.department);
  await page.getByRole('button', { name: '回答を始める' }).click();
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/\/respond\/[0-9a-f-]{36}/);
}

/** Answers the open item as a person at the keyboard would. */
export async function answerOpenItem(page: Page, reply: Reply): Promise<void> {
  const item = page.getByRole('article');
  await item.getByRole('radio', { name: reply.status, exact: true }).press('Space');
  await item.getByLabel(reply.status === '対象外' ? '対象外とする理由' : '現在の対応状況').fill(reply.text);
  for (const datum of await item
    .getByRole('group', { name: 'この項目で求められている情報' })
    .getByRole('textbox')
    .all()) {
    await datum.fill('2026-001');
  }
  const { plan } = reply;
  if (!plan) return;
  await item.getByLabel('対応の内容').fill(plan.measure);
  const precision = item.getByLabel('期限の決め方');
  if (plan.undecided === undefined) {
    await precision.selectOption({ label: '半期' });
    await item.getByLabel('半期', { exact: true }).selectOption(plan.half ?? '1');
  } else {
    await precision.selectOption({ label: '未定' });
    await item.getByLabel('未定の理由').fill(plan.undecided);
  }
  await item.getByLabel('担当者').fill(plan.person);
}

export async function openItemNumber(page: Page): Promise<number> {
  const text = await page
    .getByRole('article')
    .getByText(/^通番 \d+$/)
    .textContent();
  return Number(text?.replace(/\D/g, ''));
}

/** Goes on to the next open item, and waits until it is the one that stands open. */
export async function goToNextOpenItem(page: Page): Promise<void> {
  // The item's own number stands first; a file may name others below.
  const number = page
    .getByRole('article')
    .getByText(/^通番 /)
    .first();
  const before = (await number.textContent()) ?? '';
  await page.getByRole('button', { name: '次の未回答へ' }).click();
  await expect(number).not.toHaveText(before);
}

/** Waits until the page says that everything typed is saved. */
export async function everythingSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText(/自動保存.*に保存しました/)).toBeVisible();
}

/** The final check: three confirmations, name and department stand, the title, submit, confirm. */
export async function submit(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '提出前の確認' })).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel('役職').fill(title);
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提出する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '提出の控え' })).toBeVisible();
}
