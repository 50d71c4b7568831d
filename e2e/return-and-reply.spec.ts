import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { linkIn, startWorld, type World } from '@/ops/asked-world.fixture';
import { type OwnDatabase, startOwnDatabase } from '@/ops/own-database';
import { commentItem } from '@/usecases/reviews/comment-item';
import { returnRound } from '@/usecases/reviews/return-round';
import { showReview } from '@/usecases/reviews/show-review';
import { testOutside } from '@/usecases/testing/bank-fixture';
import { underReview } from '@/usecases/testing/review-steps';
import { expectAccessible } from './support/accessible';
import { unfitting } from './support/narrow';
import { personAt } from './support/person';
import { everythingSaved, submit } from './support/respondent';
import { enterWorld, signInWorld } from './support/world';

const QUESTION = '「通信経路」には、社内の回線も含みますか。';
const ANSWER = '社内の回線も含みます。';
const COMMENT = '対象の機器の台数をお知らせください。';
const REPLY = '全12台です。台帳の写しも用意できます。';

let database: OwnDatabase;
let world: World;

test.beforeAll(async () => {
  database = await startOwnDatabase('returned');
  world = await startWorld(database);
});
test.afterAll(async () => {
  await world?.stop();
  await database.stop();
});

/** On a desk and on a telephone. */
async function expectUsable(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await unfitting(page)).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a question and its answer, a return and its reply, told by mail both ways', async ({ browser }) => {
  test.setTimeout(300_000);
  const { first: bank } = world.banks;
  const asked = await world.invite(bank, '2026年度 点検');
  const { campaignId, assessmentId } = asked;
  const workspace = `${world.origin}/respond/${assessmentId}`;
  const vendor = await personAt(browser);
  const operator = await personAt(browser);
  const reviewer = await personAt(browser);
  await enterWorld(world, vendor, asked.link, { name: '田中 涼', department: '情報セキュリティ室' });
  await signInWorld(world, operator, bank.addressOf('operator'), '/campaigns');
  await signInWorld(world, reviewer, bank.addressOf('reviewer'), '/campaigns');

  await test.step('the vendor asks about an item, and what was begun outlives the page', async () => {
    await vendor.goto(`${workspace}?item=3`);
    await vendor.getByText('この項目について銀行に質問する').click();
    await vendor.getByLabel('銀行への質問').fill(QUESTION);
    await vendor.waitForTimeout(1_000);
    await vendor.reload();
    await expect(vendor.getByLabel('銀行への質問')).toHaveValue(QUESTION);
    await vendor.getByRole('button', { name: '質問を送る' }).click();
    await expect(vendor.getByText('銀行の回答を待っています')).toBeVisible();
    await expectUsable(vendor);
  });

  await test.step('the person in charge is told by mail, finds the question and answers it there', async () => {
    const before = world.mailCount();
    await world.moveOn();
    const mail = await world.mailAfter(before, '【質問】', bank.addressOf('operator'));
    expect(mail.text).toContain(QUESTION);
    expect(mail.text).toContain(`/campaigns/${campaignId}/assessments/${assessmentId}`);
    await operator.goto(`${world.origin}/campaigns`);
    await operator
      .getByRole('listitem')
      .filter({ hasText: '質問1件が回答を待っています' })
      .getByRole('link', { name: '回答する' })
      .click();
    await expect(operator.getByRole('row', { name: /通信経路/ })).toHaveCount(1);
    await expectUsable(operator);
    await operator.getByRole('link', { name: '通番 3' }).click();
    await operator.getByLabel('通番3の質問への回答').fill(ANSWER);
    await operator.getByRole('button', { name: '回答を送る' }).click();
    await expect(operator.getByRole('button', { name: '回答を訂正する' })).toBeVisible();
    await expect(operator.getByText('まだ提出されていません')).toBeVisible();
    await expectUsable(operator);
  });

  await test.step('who asked is told by mail, and reads the answer beside the item', async () => {
    const before = world.mailCount();
    await world.moveOn();
    const mail = await world.mailAfter(before, '【質問への回答】');
    expect(mail.text).toContain(ANSWER);
    expect(linkIn(mail)).toBe(asked.link);
    await vendor.reload();
    await expect(vendor.getByRole('article').getByText(ANSWER)).toBeVisible();
    await expect(vendor.getByRole('button', { name: '質問を取り消す' })).toHaveCount(0);
  });

  await test.step('the bank returns one item, and the vendor sees what is asked of it and nothing else', async () => {
    const outside = testOutside(new Date());
    const place = await underReview(bank, outside, assessmentId);
    const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
    const itemId = items.find(({ number }) => number === '3')?.itemId ?? '';
    await commentItem(outside, bank.members.reviewer, { ...place, itemId, body: COMMENT, version: 0 });
    const dueDate = '2099-12-25';
    await returnRound(outside, bank.members.reviewer, { ...place, dueDate, message: '一点だけお願いします。' });
    const before = world.mailCount();
    await world.moveOn();
    const mail = await world.mailAfter(before, '【差戻し】');
    expect(mail.text).toContain(COMMENT);
    await vendor.goto(workspace);
    await expect(vendor.getByText('一点だけお願いします。')).toBeVisible();
    const listed = vendor.getByRole('main').locator('button.fold, article');
    await expect(listed).toHaveCount(1);
    await expect(vendor.getByRole('article').getByText(COMMENT)).toBeVisible();
    await expectUsable(vendor);
  });

  await test.step('the vendor replies, corrects the answer, and takes the receipt as mail and PDF', async () => {
    await vendor.getByLabel('現在の対応状況').fill('全12台に導入し、年1回点検している。');
    await everythingSaved(vendor);
    // No button and no pause: what was typed goes along.
    await vendor.getByLabel('銀行への返信').fill(REPLY);
    await vendor.getByRole('link', { name: '提出前の確認へ' }).first().click();
    await expect(vendor.getByText('差戻しの1項目すべてに対応済みです。')).toBeVisible();
    await expect(vendor.getByText('差戻しのまま変わっていない項目')).toHaveCount(0);
    await expect(vendor.getByRole('complementary', { name: '差戻しの項目の内訳' }).getByRole('row')).toHaveCount(2);
    await expectUsable(vendor);
    const before = world.mailCount();
    await submit(vendor, '情報セキュリティ室長');
    const hash = (await vendor.locator('code').first().textContent()) ?? '';
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await world.mailAfter(before, '【受領】')).text).toContain(hash);
    const download = vendor.waitForEvent('download');
    await vendor.getByRole('button', { name: '控えを保存（PDF）' }).click();
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await expectUsable(vendor);
  });

  await test.step('the bank reads the reply and the earlier question with the new submission', async () => {
    await reviewer.goto(`${world.origin}/campaigns/${campaignId}/assessments/${assessmentId}?item=3`);
    for (const text of [COMMENT, REPLY, QUESTION, ANSWER]) await expect(reviewer.getByText(text)).toBeVisible();
    await expectUsable(reviewer);
  });
});
