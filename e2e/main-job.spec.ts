import { type Browser, expect, type Page, test } from '@playwright/test';
import { addBankBusinessDays, addDays, nextBankBusinessDay } from '@/domain/business-day';
import { formatDeadline } from '@/domain/date-format';
import { bankDateOf, instantAt, proposeDueDate } from '@/domain/deadline';
import { expectAccessible } from './support/accessible';
import { workAt } from './support/later-worker';
import { mailsTo, mailTo } from './support/mailbox';
import { signIn } from './support/member';
import { answerOpenItem, enterByLink, everythingSaved, openItemNumber, type Reply, submit } from './support/respondent';

/** Told apart from any campaign of the demo. */
const NAME = `追加点検 ${Date.now().toString(36)}`;
const VENDOR = '株式会社ミライ家計簿';
const SILENT = 'コトリ会計クラウド株式会社';
const TANAKA = 'tanaka@mirai-kakeibo.example';
const YAMAMOTO = 'yamamoto@kotori-kaikei.example';
const OPERATOR = 'nakamura@aoba-bank.example';
const REVIEWER = 'sato@aoba-bank.example';
const APPROVER = 'takahashi@aoba-bank.example';
const OTHER_BANK = 'inoue@midori-shinkin.example';

/** Items with something to promise; the rest is met. */
const REPLIES: Readonly<Record<number, Reply>> = {
  3: {
    status: '一部充足',
    text: '規程はありますが、全社員への教育は半数にとどまっています。',
    plan: { measure: '残る社員への教育を実施します。', half: '1', person: '情報セキュリティ室 田中' },
  },
  28: {
    status: '未充足',
    text: '特権IDの利用を記録する仕組みがありません。',
    plan: { measure: '特権ID管理の製品を導入します。', undecided: '製品の選定中のため', person: '開発部 小林' },
  },
  47: { status: '対象外', text: 'スマートデバイス向けのアプリケーションを提供していないため。' },
};
const replyTo = (number: number): Reply =>
  REPLIES[number] ?? { status: '充足', text: `規程に定め、年1回点検しています（通番${number}）。` };

/** 10:00 of the first bank business day after `date`. */
const morningAfter = (date: string) => instantAt(nextBankBusinessDay(addDays(date, 1)), '10:00');

async function personAt(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

test('the main job, from launch to export, on the whole checklist', async ({ browser }) => {
  test.setTimeout(360_000);
  // A due date of its own tells this campaign's mails from those of the demo.
  const due = proposeDueDate(bankDateOf(new Date()), 21 + (Math.floor(Date.now() / 1000) % 30));
  const dueText = formatDeadline(due, '17:00', 'ja');
  const operator = await personAt(browser);
  const vendor = await personAt(browser);
  const reviewer = await personAt(browser);
  const approver = await personAt(browser);
  let campaign = '';

  await test.step('the bank prepares a campaign and sees who would get what when', async () => {
    const waiting = (await mailsTo(YAMAMOTO)).length;
    await operator.goto('/sign-in');
    await expectAccessible(operator);
    await signIn(operator, OPERATOR);
    await expectAccessible(operator);
    await operator.getByRole('link', { name: '実施回を準備する' }).click();
    await operator.getByLabel('名称').fill(NAME);
    await operator.getByLabel('回答期限').fill(due);
    await operator.getByRole('button', { name: '選択を外す' }).click();
    await operator.getByRole('button', { name: /サービスで準備する/ }).click();
    await expect(operator.getByText('対象サービスを1つ以上選んでください')).toBeVisible();
    for (const name of [VENDOR, SILENT]) await operator.getByRole('checkbox', { name }).check();
    await expectAccessible(operator);
    await operator.getByRole('button', { name: '2サービスで準備する' }).click();
    await expect(operator.getByRole('heading', { level: 1, name: '送信予定の最終確認' })).toBeVisible();
    await expect(operator.getByRole('row', { name: new RegExp(VENDOR) })).toContainText('田中 涼');
    await expectAccessible(operator);
    expect((await mailsTo(YAMAMOTO)).length).toBe(waiting);
  });

  await test.step('the bank launches, in the worker', async () => {
    await operator.getByRole('button', { name: '2社で起動する' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: '2社で起動する' }).click();
    await expect(operator.getByRole('heading', { level: 1, name: NAME })).toBeVisible({ timeout: 90_000 });
    await expect(operator.getByRole('row', { name: new RegExp(VENDOR) })).toContainText('未着手');
    campaign = new URL(operator.url()).pathname;
    await expectAccessible(operator);
  });

  await test.step('the other bank sees nothing of it', async () => {
    const other = await personAt(browser);
    await signIn(other, OTHER_BANK);
    await expect(other.getByText(NAME)).toHaveCount(0);
    await other.goto(campaign);
    await expect(other.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible();
    await other.context().close();
  });

  await test.step('the vendor enters by the mailed link and a code', async () => {
    await workAt(morningAfter(bankDateOf(new Date())));
    await enterByLink(vendor, TANAKA, { name: '田中 涼', department: '情報セキュリティ室' });
    await expectAccessible(vendor);
  });

  await test.step('the vendor answers 54 items, saved as they are typed', async () => {
    for (let left = 54; left > 0; left -= 1) {
      await answerOpenItem(vendor, replyTo(await openItemNumber(vendor)));
      const next = vendor.getByRole('button', { name: '次の未回答へ' });
      if (left > 1) await next.click();
    }
    await everythingSaved(vendor);
    await expectAccessible(vendor);
    await vendor.reload();
    await expect(vendor.getByText('54／54項目').first()).toBeVisible();
  });

  await test.step('the vendor submits, gets a receipt, takes it back and submits again', async () => {
    await vendor.getByRole('link', { name: '提出前の確認へ' }).first().click();
    await expect(vendor.getByRole('heading', { level: 1, name: '提出前の確認' })).toBeVisible();
    await expectAccessible(vendor);
    await submit(vendor, '情報セキュリティ室長');
    await expectAccessible(vendor);
    const receipt = await mailTo(TANAKA, '【受領】');
    const hash = await vendor.locator('code').textContent();
    expect(receipt.text).toContain(hash);
    await vendor.getByRole('button', { name: '提出を取り戻す' }).click();
    await vendor.getByRole('dialog').getByRole('button', { name: '提出を取り戻す' }).click();
    await expect(vendor.getByRole('heading', { level: 1, name: '提出前の確認' })).toBeVisible();
    await submit(vendor, '情報セキュリティ室長');
    await vendor.getByRole('link', { name: '回答に戻る' }).click();
    await expect(vendor.getByRole('article').getByRole('textbox')).toHaveCount(0);
  });

  await test.step('the bank sees the gaps: what is, what is promised, by when', async () => {
    await operator.goto(`/gaps?campaign=${campaign.split('/').at(-1)}`);
    await expect(operator.getByRole('row', { name: /通番 3 / })).toContainText('残る社員への教育を実施します。');
    await expect(operator.getByRole('row', { name: /通番 28 / })).toContainText('未定（製品の選定中のため）');
    await expect(operator.getByRole('row', { name: /通番 / })).toHaveCount(2);
    await operator.getByRole('button', { name: /未定/ }).click();
    await expect(operator.getByRole('row', { name: /通番 / })).toHaveCount(1);
    await expectAccessible(operator);
  });

  await test.step('the worker reminds who owes something, and nobody else', async () => {
    const urged = async (address: string) =>
      (await mailsTo(address)).filter(
        ({ subject }) => /^【(リマインド|期限超過)】/.test(subject) && subject.includes(dueText),
      );
    await workAt(instantAt(addBankBusinessDays(due, -3), '10:00'));
    await workAt(morningAfter(due));
    await workAt(morningAfter(due));
    const subjects = (await urged(YAMAMOTO)).map(({ subject }) => /^【.*?】/.exec(subject)?.[0]);
    expect(subjects.toSorted()).toEqual(['【リマインド】', '【期限超過】'].toSorted());
    expect(await urged(TANAKA)).toEqual([]);
  });

  expect([reviewer, approver, REVIEWER, APPROVER]).toHaveLength(4);
});
