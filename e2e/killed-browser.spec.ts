import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { enterByAddress } from './support/respondent';

/** Of the demo: asked by one bank, with nothing answered yet. */
const ADDRESS = 'takeuchi@marutake.example';
const TYPED = `回線が切れている間に書いた文 ${Date.now().toString(36)}`;

const profile = mkdtempSync(join(tmpdir(), 'tenken-profile-'));
test.afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** The same browser profile, started again: what lies on its disk is all that it knows. */
function start(): Promise<BrowserContext> {
  const { launchOptions, baseURL, locale, timezoneId } = test.info().project.use;
  return chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, locale, timezoneId });
}

/** By address alone, with the code of a real mail, to this year's assessment. */
async function enter(page: Page): Promise<void> {
  const key = page.waitForResponse(/entry\.draftsKey/);
  await enterByAddress(page, ADDRESS, { name: '竹内 翔', department: '管理部' }, /2026年度/);
  await (await key).finished();
  await expect(page.getByRole('article')).toBeVisible();
}
const openItem = (page: Page) => page.getByRole('article');

test('what was typed offline is sealed in the browser and found again after it was killed', async () => {
  test.setTimeout(180_000);
  const first = await start();
  const [page = await first.newPage()] = first.pages();
  await enter(page);
  // From here on no request reaches the server.
  await first.setOffline(true);
  await openItem(page).getByRole('radio', { name: '充足', exact: true }).press('Space');
  await openItem(page).getByLabel('現在の対応状況').fill(TYPED);
  await expect(openItem(page).getByText('文章はこの画面に残っています')).toBeVisible();
  const sealed = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('tenken-drafts');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('sealed').objectStore('sealed').getAll();
            all.onsuccess = () => {
              const bytes = (all.result as { data: ArrayBuffer }[]).map(({ data }) => new TextDecoder().decode(data));
              resolve(`${bytes.length} ${bytes.join('')}`);
            };
          };
        }),
    );
  await expect.poll(sealed).toMatch(/^1 /);
  expect(await sealed()).not.toContain('回線');
  // Two seconds after the last key, nothing may be lost by a kill.
  await page.waitForTimeout(2_000);
  spawnSync('pkill', ['-9', '-f', profile]);
  await first.close().catch(() => undefined);

  const second = await start();
  const [again = await second.newPage()] = second.pages();
  await second.clearCookies();
  await enter(again);
  await expect(openItem(again).getByLabel('現在の対応状況')).toHaveValue(TYPED);
  await expect(again.getByRole('banner').getByText(/自動保存.*に保存しました/)).toBeVisible();
  await again.reload();
  await expect(again.getByLabel('現在の対応状況').or(again.getByText(TYPED)).first()).toBeVisible();
  await second.close();
});
