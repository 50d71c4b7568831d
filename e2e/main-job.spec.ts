import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readXlsx } from 'hucre';
import { addBankBusinessDays, addDays, nextBankBusinessDay } from '@/domain/business-day';
import { formatDeadline } from '@/domain/date-format';
import { bankDateOf, instantAt, proposeDueDate } from '@/domain/deadline';
import { expectAccessible } from './support/accessible';
import { workAt } from './support/later-worker';
import { mailsTo, mailTo } from './support/mailbox';
import { signIn } from './support/member';
import { personAt } from './support/person';
import { launchCampaign, prepareCampaign } from './support/prepare';
import {
  answerOpenItem,
  enterByLink,
  everythingSaved,
  goToNextOpenItem,
  openItemNumber,
  type Reply,
  submit,
} from './support/respondent';

/** Told apart from any campaign of the demo. */
const NAME = `追加点検 ${Date.now().toString(36)}`;
const VENDOR = '株式会社ミライ家計簿';
const SILENT = 'コトリ会計クラウド株式会社';
const TANAKA = 'tanaka@mirai-kakeibo.example';
const YAMAMOTO = 'yamamoto@kotori-kaikei.example';
const OPERATOR = 'nakamura@aoba-bank.example';
const REVIEWER = 'sato@aoba-bank.example';
const APPROVER = 'takahashi@aoba-bank.example';
const AUDITOR = 'ito@aoba-bank.example';
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
/** The vendor's 54 items without those above. */
const MET = Array.from({ length: 60 }, (_, index) => index + 1).filter(
  (number) => ![53, 54, 55, 56, 57, 60].includes(number) && !(number in REPLIES),
);
const replyTo = (number: number): Reply =>
  REPLIES[number] ?? { status: '充足', text: `規程に定め、年1回点検しています（通番${number}）。` };

/** 10:00 of the first bank business day after `date`. */
const morningAfter = (date: string) => instantAt(nextBankBusinessDay(addDays(date, 1)), '10:00');

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
    await prepareCampaign(operator, { name: NAME, due, vendors: [VENDOR, SILENT] });
    await expect(operator.getByRole('row', { name: new RegExp(VENDOR) })).toContainText('田中 涼');
    await expectAccessible(operator);
    expect((await mailsTo(YAMAMOTO)).length).toBe(waiting);
  });

  await test.step('the bank launches, in the worker', async () => {
    campaign = await launchCampaign(operator, { name: NAME, vendors: 2 });
    await expect(operator.getByRole('row', { name: new RegExp(VENDOR) })).toContainText('未着手');
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
      if (left > 1) await goToNextOpenItem(vendor);
    }
    await everythingSaved(vendor);
    await expectAccessible(vendor);
    const chosen = vendor.getByRole('article').getByRole('radio', { checked: true });
    const before = (await chosen.getAttribute('value')) ?? '';
    await vendor.getByRole('article').getByRole('radio', { name: '対象外' }).check();
    await everythingSaved(vendor);
    await vendor.keyboard.press('Control+z');
    await expect(chosen).toHaveValue(before);
    await everythingSaved(vendor);
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
    expect(subjects).toHaveLength(2);
    expect(new Set(subjects)).toEqual(new Set(['【リマインド】', '【期限超過】']));
    expect(await urged(TANAKA)).toEqual([]);
  });

  await test.step('the bank answers its own 15 items, and another person approves them', async () => {
    await operator.goto(`${campaign}/bank-answers`);
    const items = operator.getByRole('main').locator('button.fold, article');
    await expect(items).toHaveCount(15);
    for (let index = 0; index < 15; index += 1) {
      const item = items.nth(index);
      if ((await item.getAttribute('aria-expanded')) === 'false') await item.click();
      await answerOpenItem(operator, { status: '充足', text: '行内規程に定め、毎年点検しています。' });
    }
    await expectAccessible(operator);
    await operator.getByRole('button', { name: '15項目の承認を依頼する' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: '15項目の承認を依頼する' }).click();
    await signIn(approver, APPROVER);
    await approver.goto(`${campaign}/bank-answers`);
    await approver.getByRole('button', { name: '15項目を承認する' }).click();
    await approver.getByRole('dialog').getByRole('button', { name: '15項目を承認する' }).click();
    await expect(approver.getByText('承認済み 15')).toBeVisible();
  });

  await test.step('the bank reads the submission item by item and returns it with a comment', async () => {
    await signIn(reviewer, REVIEWER);
    await reviewer.goto(campaign);
    await reviewer.getByRole('link', { name: VENDOR }).click();
    await reviewer.getByRole('button', { name: '審査を始める' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '審査を始める' }).click();
    await expect(reviewer.getByText('審査中', { exact: true }).first()).toBeVisible();
    // Every answer differs from last year's, so each is opened and judged by itself, at the keyboard.
    const list = reviewer.getByRole('navigation', { name: '確認項目' });
    for (const [judged, number] of MET.entries()) {
      await list.getByRole('button', { name: new RegExp(`^${number} `) }).click();
      await reviewer.keyboard.press('1');
      await expect(reviewer.getByText(`${judged + 1}／54`)).toBeVisible();
    }
    await expect(reviewer.getByText('51／54')).toBeVisible();
    await reviewer.getByRole('navigation', { name: '確認項目' }).getByRole('button', { name: /^28/ }).click();
    await expectAccessible(reviewer);
    await reviewer.getByLabel('回答者へのコメント').fill('特権IDの利用記録について、当面の代替策をお知らせください。');
    await reviewer.getByRole('button', { name: 'コメントを保存' }).click();
    await reviewer.getByRole('button', { name: '差戻しを送る（1項目）' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '差戻しを送る（1項目）' }).click();
    await expect(reviewer.getByText('差戻し', { exact: true }).first()).toBeVisible();
    await workAt(morningAfter(bankDateOf(new Date())));
    await mailTo(TANAKA, '【差戻し】');
  });

  await test.step('the vendor answers the comment and submits again', async () => {
    const folder = new URL(vendor.url()).pathname;
    await vendor.goto(`${folder}?item=28`);
    await expect(vendor.getByText('特権IDの利用記録について、当面の代替策をお知らせください。')).toBeVisible();
    await expectAccessible(vendor);
    await vendor
      .getByRole('article')
      .getByLabel('現在の対応状況')
      .fill('当面は、申請書と作業記録の突き合わせで確認しています。');
    await everythingSaved(vendor);
    await vendor.getByRole('link', { name: '提出前の確認へ' }).first().click();
    await submit(vendor, '情報セキュリティ室長');
  });

  await test.step('the reviewer proposes acceptance, another person approves', async () => {
    await reviewer.reload();
    await reviewer.getByRole('button', { name: '審査を始める' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '審査を始める' }).click();
    // What the round before accepted and nobody changed, but for items whose promise of last year has come due.
    const together = reviewer.getByRole('button', { name: /^変更のない\d+項目をまとめて認める$/ });
    const taken = Number((await together.textContent())?.replaceAll(/\D/g, ''));
    expect(taken).toBeGreaterThan(40);
    await together.click();
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: `変更のない${taken}項目をまとめて認める` })
      .click();
    await expect(reviewer.getByText(`${taken}／54`)).toBeVisible();
    // By keyboard: the list's filter, then 3 for 要確認 on each item that is left.
    await reviewer.getByRole('button', { name: /^未審査/ }).click();
    for (let judged = taken; judged < 54; judged += 1) {
      await reviewer
        .getByRole('navigation', { name: '確認項目' })
        .getByRole('button', { name: /^\d+ / })
        .first()
        .click();
      await reviewer.keyboard.press('3');
      await expect(reviewer.getByText(`${judged + 1}／54`)).toBeVisible();
    }
    await reviewer.getByRole('button', { name: '承認を起案する' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '承認を起案する' }).click();
    await expect(reviewer.getByText('承認待', { exact: true }).first()).toBeVisible();
    await approver.goto(new URL(reviewer.url()).pathname);
    await approver.getByRole('button', { name: '承認する' }).click();
    await approver.getByRole('dialog').getByRole('button', { name: '承認する' }).click();
    await expect(approver.getByText('承認済', { exact: true }).first()).toBeVisible();
    await workAt(morningAfter(bankDateOf(new Date())));
    await mailTo(TANAKA, '【承認】');
  });

  await test.step('the campaign leaves as a workbook, made by the worker', async () => {
    await operator.goto(campaign);
    await operator.getByRole('button', { name: 'Excelに出力する' }).click();
    const download = operator.waitForEvent('download');
    await operator.getByRole('button', { name: /を受け取る/ }).click({ timeout: 90_000 });
    const { sheets } = await readXlsx(readFileSync(await (await download).path()));
    const form = sheets.find(({ name }) => name === VENDOR)?.rows.filter((row) => typeof row[0] === 'number') ?? [];
    expect(form).toHaveLength(54 + 15);
    await expectAccessible(operator);
  });

  await test.step('an auditor sees the history read-only and takes it away', async () => {
    const auditor = await personAt(browser);
    await signIn(auditor, AUDITOR);
    await expect(auditor.getByText('閲覧のみ')).toBeVisible();
    await expectAccessible(auditor);
    await expect(auditor.getByText(NAME)).toHaveCount(0);
    await auditor.getByRole('main').getByRole('link').first().click();
    await expect(auditor.getByRole('heading', { name: /監査記録/ })).toBeVisible();
    await expectAccessible(auditor);
    await auditor.getByRole('button', { name: 'Excelに出力する' }).click();
    await expect(async () => {
      await auditor.getByRole('button', { name: '最新の状態を見る' }).click();
      await expect(auditor.getByRole('button', { name: /を受け取る/ }).first()).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 90_000 });
    await auditor.goto(campaign.replace('/campaigns/', '/history/'));
    await expect(auditor.getByText('お探しのものが見つかりませんでした')).toBeVisible();
    await auditor.context().close();
  });
});
