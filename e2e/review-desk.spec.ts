import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { signIn } from './support/member';
import { personAt } from './support/person';
import { answerOpenItem } from './support/respondent';

/** The demo's running campaign, in which every state of an assessment occurs. */
const CAMPAIGN = '2026年度 API接続先 定期点検';
const REVIEWER = 'sato@aoba-bank.example';
const COLLEAGUE = { address: 'nakamura@aoba-bank.example', name: '中村 遥' };
const APPROVER = 'takahashi@aoba-bank.example';
const ADMINISTRATOR = 'kato@aoba-bank.example';

/** Opens an assessment of the demo's campaign that has come to a state. */
async function openAssessment(page: Page, state: string): Promise<string> {
  await page.goto('/campaigns');
  await page.getByRole('link', { name: CAMPAIGN }).first().click();
  const row = page.getByRole('row').filter({ hasText: state }).first();
  await row.getByRole('link').first().click();
  await expect(page.getByRole('navigation', { name: '確認項目' })).toBeVisible();
  return new URL(page.url()).pathname;
}
const items = (page: Page) => page.getByRole('navigation', { name: '確認項目' });
const verdicts = (page: Page) => page.getByRole('complementary', { name: '審査結果' });

test('two reviewers at one item, what was done undone, and what an approval leaves open', async ({ browser }) => {
  test.setTimeout(120_000);
  const reviewer = await personAt(browser);
  const colleague = await personAt(browser);
  await signIn(reviewer, REVIEWER);
  const review = await openAssessment(reviewer, '審査中');
  // Asked for while signed out, and come to after signing in.
  await signIn(colleague, COLLEAGUE.address, `${review}?filter=unjudged`);
  await expect(colleague).toHaveURL(new RegExp(`${review}\\?filter=unjudged(&item=[^&]+)?$`));

  await test.step('a colleague’s verdict of the same moment is shown before it may be replaced', async () => {
    await reviewer.getByRole('button', { name: /^未審査/ }).click();
    const first = items(reviewer)
      .getByRole('button', { name: /未審査$/ })
      .first();
    const number = (await first.locator('.no').textContent()) ?? '';
    await first.click();
    await items(colleague)
      .getByRole('button', { name: new RegExp(`^${number} `) })
      .click();
    await colleague.keyboard.press('3');
    await expect(verdicts(colleague).getByText(COLLEAGUE.name).first()).toBeVisible();
    await reviewer.keyboard.press('1');
    const panel = verdicts(reviewer);
    await expect(panel.getByText('中村 遥さんが先に審査結果を変えました。まだ上書きしていません')).toBeVisible();
    const theirs = panel.getByRole('region', { name: '中村 遥さんの審査結果' });
    await expect(theirs).toContainText('要確認');
    await expect(theirs).toContainText(/中村 遥　\d{4}年/);
    // A second blind press replaces nothing.
    await reviewer.keyboard.press('1');
    await expect(panel.getByText('まだ上書きしていません')).toBeVisible();
    // Judged by now, it is no longer in the list of what is not.
    await colleague.goto(`${review}?item=${number}`);
    await expect(verdicts(colleague).getByRole('radio', { name: /^要確認/ })).toBeChecked();
    await expectAccessible(reviewer);
    await panel.getByRole('button', { name: '自分の「認める」で置き換える' }).click();
    await expect(panel.getByText('まだ上書きしていません')).toHaveCount(0);
    await expect(panel.getByRole('radio', { name: /^認める/ })).toBeChecked();
    await reviewer.getByRole('button', { name: '元に戻す' }).click();
    await expect(panel.getByRole('radio', { name: /^要確認/ })).toBeChecked();
  });

  await test.step('by keyboard alone: the list follows, a search finds by words, and the address keeps both', async () => {
    await reviewer.goto(`${review}?item=50`);
    const open = items(reviewer).locator('[aria-current]');
    await expect(open.locator('.no')).toHaveText('50');
    await expect(open).toBeInViewport({ ratio: 1 });
    await reviewer.keyboard.press('k');
    await reviewer.keyboard.press('k');
    await expect(open.locator('.no')).toHaveText('48');
    await expect(open).toBeInViewport({ ratio: 1 });
    await expect(reviewer.getByRole('heading', { level: 2 }).first()).toBeFocused();
    await items(reviewer).getByRole('searchbox', { name: '通番・語句で検索' }).fill('脆弱性');
    await expect(items(reviewer).locator('.no').first()).toBeVisible();
    const found = await items(reviewer).locator('.no').count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(20);
    await expect(items(reviewer).getByRole('button', { name: `すべて ${found}` })).toBeVisible();
    await reviewer.reload();
    await expect(items(reviewer).locator('.no')).toHaveCount(found);
    await reviewer.goto(review);
  });

  await test.step('a whole taking together is undone by one press', async () => {
    const done = reviewer.getByText(/\d+／54/).first();
    const before = (await done.textContent()) ?? '';
    await reviewer.getByRole('button', { name: /項目をまとめて認める$/ }).click();
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: /項目をまとめて認める$/ })
      .click();
    await expect(done).not.toHaveText(before);
    await reviewer.getByRole('button', { name: '元に戻す' }).click();
    await expect(done).toHaveText(before);
  });

  await test.step('from a mail that did not arrive, another link is one press away', async () => {
    await colleague.goto(`${review}?link=new`);
    const dialog = colleague.getByRole('dialog');
    await expect(dialog).toContainText('リンクを再発行しますか');
    await dialog.getByRole('checkbox', { name: '別の方に引き継ぐ' }).check();
    await expect(dialog.getByLabel('メールアドレス')).toBeVisible();
    await dialog.getByRole('button', { name: 'やめる' }).click();
  });

  const approver = await personAt(browser);
  await test.step('an answer for one vendor alone is made, approved, and given up again', async () => {
    await signIn(approver, APPROVER);
    const [campaign, assessment] = review.split('/assessments/');
    const place = `${campaign}/bank-answers?assessment=${assessment}`;
    const propose = async () => {
      await colleague.getByRole('button', { name: '1項目の承認を依頼する' }).click();
      await colleague.getByRole('dialog').getByRole('button', { name: '1項目の承認を依頼する' }).click();
      await expect(colleague.getByText(`${COLLEAGUE.name}が`, { exact: false }).first()).toBeVisible();
      await approver.goto(place);
      await approver.getByRole('button', { name: '1項目を承認する' }).click();
      await approver.getByRole('dialog').getByRole('button', { name: '1項目を承認する' }).click();
      await expect(approver.getByRole('button', { name: '1項目を承認する' })).toHaveCount(0);
      await colleague.goto(place);
    };
    await colleague.goto(place);
    await expect(colleague.getByText('いまは実施回の回答が使われます')).toBeVisible();
    await answerOpenItem(colleague, { status: '充足', text: 'この会社とは専用線で接続しています。' });
    await propose();
    const open = async () => colleague.getByRole('main').locator('button.fold, article').first().click();
    await open();
    await expect(colleague.getByText('いまは実施回の回答が使われます')).toHaveCount(0);
    await colleague.getByRole('button', { name: 'この会社だけの回答をやめる' }).click();
    await expect(colleague.getByText('実施回の回答に戻します')).toBeVisible();
    await expectAccessible(colleague);
    await propose();
    await open();
    await expect(colleague.getByText('いまは実施回の回答が使われます')).toBeVisible();
    await expect(colleague.getByRole('button', { name: 'この会社だけの回答をやめる' })).toHaveCount(0);
  });

  await test.step('who approves sees the proposal and, by number, what stays open', async () => {
    await openAssessment(approver, '承認待');
    await approver.getByRole('button', { name: '承認する' }).click();
    const dialog = approver.getByRole('dialog');
    for (const words of ['起案', '要約', '承認の条件', '次回の点検予定日']) await expect(dialog).toContainText(words);
    await expect(dialog.getByText(/^ギャップ（\d+件）：通番 /)).toBeVisible();
    await expect(dialog.getByText(/^「不足」のまま（\d+件）：通番 /)).toBeVisible();
    await expectAccessible(approver);
    await dialog.getByRole('button', { name: 'やめる' }).click();
  });
});

test('the bank’s own words are shown in the mail as it will look, and load nothing', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin)) {
      foreign.push(request.url());
    }
  });
  await signIn(page, ADMINISTRATOR);
  await page.goto('/settings');
  const mail = page.frameLocator('iframe[title="日本語のメールの見え方"]');
  await expect(mail.locator('table').first()).toBeVisible();
  await page.getByLabel('日本語の文面').fill('{vendor}様へ<img src="https://evil.example/x"><script>alert(1)</script>');
  await expect(mail.getByText('株式会社サンプル様へ<img src="https://evil.example/x">')).toBeVisible();
  // The mail's own look is kept: a table of 600 px with its rule.
  await expect(mail.locator('table[width="600"]')).toHaveCSS('border-top-width', '1px');
  await expect(page.locator('iframe').first()).toHaveAttribute('sandbox', '');
  await expectAccessible(page);
  expect(foreign).toEqual([]);
});
