import { expect, test } from '@playwright/test';
import { writeCsv } from '@/adapters/csv/write-csv';
import { addDays, nextBankBusinessDay } from '@/domain/business-day';
import { bankDateOf, instantAt, proposeDueDate } from '@/domain/deadline';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { expectAccessible } from './support/accessible';
import { chooseEvidence, dropEvidence, needsEvidence, takeEvidenceAway } from './support/evidence';
import { host } from './support/host';
import { workAt } from './support/later-worker';
import { mailTo } from './support/mailbox';
import { signIn } from './support/member';
import { personAt } from './support/person';
import { launchCampaign, prepareCampaign } from './support/prepare';
import { answerOpenItem, enterByLink, everythingSaved, goToNextOpenItem, submit } from './support/respondent';

const MARK = Date.now().toString(36);
const SLUG = `hoshi-${MARK}`;
const at = (name: string) => `${name}@${SLUG}.example`;
const NAME = `接続先の点検 ${MARK}`;
/** One service reads only; the other writes, and is asked the conditional item, too. */
const READING = `株式会社ヨム ${MARK}`;
const WRITING = `株式会社カク ${MARK}`;
const VENDORS = [
  { name: READING, address: `mori@yomu-${MARK}.example`, kinds: '参照系', items: 15 },
  { name: WRITING, address: `hara@kaku-${MARK}.example`, kinds: '参照系・更新系', items: 16 },
];
/** Asks for a file with the answer. */
const EVIDENCE_ITEM = 'Sec-6';
const PEOPLE = [
  { name: '岡 一郎', address: at('oka'), role: '担当者' },
  { name: '水野 薫', address: at('mizuno'), role: '審査担当者' },
  { name: '関 恵子', address: at('seki'), role: '承認者' },
] as const;

test('a new bank, from nothing to an approved assessment on its own 17 items', async ({ browser }) => {
  test.setTimeout(360_000);
  const administrator = await personAt(browser);
  const operator = await personAt(browser);
  const reviewer = await personAt(browser);
  const approver = await personAt(browser);
  let campaign = '';

  await test.step('the host makes the bank, its administrator signs in', async () => {
    const bank = ['--slug', SLUG, '--name', 'ほし銀行', '--name-en', 'Hoshi Bank'];
    host(['create', ...bank, '--administrator-name', '星 光', '--administrator-address', at('hoshi')]);
    await signIn(administrator, at('hoshi'));
    await expect(administrator.getByText('ほし銀行').first()).toBeVisible();
  });

  await test.step('the administrator invites one person a role, each told by mail', async () => {
    await administrator.getByRole('link', { name: '利用者', exact: true }).click();
    await expectAccessible(administrator);
    for (const person of PEOPLE) {
      await administrator.getByRole('button', { name: '利用者を招待' }).click();
      const dialog = administrator.getByRole('dialog');
      await dialog.getByLabel('氏名').fill(person.name);
      await dialog.getByLabel('メールアドレス').fill(person.address);
      if (person.role !== '担当者') {
        await dialog.getByRole('checkbox', { name: /^担当者：/ }).uncheck();
        await dialog.getByRole('checkbox', { name: new RegExp(`^${person.role}：`) }).check();
      }
      await dialog.getByRole('button', { name: '招待する' }).click();
      await expect(administrator.getByRole('row', { name: new RegExp(person.name) })).toBeVisible();
      await mailTo(person.address, '【ご案内】');
    }
    await administrator.getByRole('link', { name: '権限一覧' }).click();
    await expect(administrator.getByRole('heading', { level: 1, name: '権限一覧' })).toBeVisible();
    await expectAccessible(administrator);
  });

  await test.step('the bank names itself and how it grades', async () => {
    await administrator.getByRole('link', { name: '設定', exact: true }).click();
    await administrator.getByLabel('電話番号').fill('03-1234-5678');
    await administrator.getByLabel('部署', { exact: true }).fill('リスク統括部');
    await administrator.getByLabel('承認時の評価').fill('良好、要改善');
    await expectAccessible(administrator);
    await administrator.getByRole('button', { name: '保存する', exact: true }).click();
    await expect(administrator.getByText('設定を保存しました')).toBeVisible();
  });

  await test.step('its own checklist is taken in from a file and published', async () => {
    await administrator.goto('/checklists/import');
    await administrator.getByLabel('ファイル').setInputFiles({
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(seventeenItems())),
    });
    await administrator.getByRole('button', { name: '読み取る' }).click();
    await administrator.getByRole('button', { name: '17項目の下書きをつくる' }).click({ timeout: 60_000 });
    await expectAccessible(administrator);
    await administrator.getByRole('button', { name: '公開する' }).click();
    await administrator.getByRole('button', { name: '17項目で公開する' }).click();
    await expect(administrator.getByText('Sec-17').first()).toBeVisible();
    await expectAccessible(administrator);
  });

  await test.step('the operator takes the vendors in and launches', async () => {
    await signIn(operator, at('oka'));
    const heads = ['会社名', 'サービス名', '重要度', 'API種別', '担当者名', 'メールアドレス'];
    const rows = VENDORS.map(({ name, address, kinds }) => [name, '口座API', '高', kinds, '担当 太郎', address]);
    await operator.goto('/vendors/import');
    await operator
      .getByLabel('取り込むファイル')
      .setInputFiles({ name: '接続先.csv', mimeType: 'text/csv', buffer: Buffer.from(writeCsv([heads, ...rows])) });
    await operator.getByRole('button', { name: '読み取る' }).click();
    await operator.getByRole('button', { name: '2行を取り込む' }).click({ timeout: 60_000 });
    await expect(operator.getByText('取り込みが完了しました')).toBeVisible({ timeout: 60_000 });
    await prepareCampaign(operator, {
      name: NAME,
      due: proposeDueDate(bankDateOf(new Date()), 20),
      edition: '当行の接続先確認表',
      vendors: [READING, WRITING],
    });
    campaign = await launchCampaign(operator, { name: NAME, vendors: 2 });
    await expect(operator.getByRole('row', { name: new RegExp(READING) })).toContainText('0／15');
    await expect(operator.getByRole('row', { name: new RegExp(WRITING) })).toContainText('0／16');
  });

  await test.step('each vendor answers what it is asked, and nothing else', async () => {
    await workAt(instantAt(nextBankBusinessDay(addDays(bankDateOf(new Date()), 1)), '10:00'));
    for (const vendor of VENDORS) {
      const page = await personAt(browser);
      await enterByLink(page, vendor.address, { name: '担当 太郎', department: '開発部' });
      for (let left = vendor.items; left > 0; left -= 1) {
        await answerOpenItem(page, { status: '充足', text: '規程に定め、年1回点検しています。' });
        if (await needsEvidence(page)) {
          if (vendor.name === WRITING) await dropEvidence(page, 'Sec-1');
          else await chooseEvidence(page);
        }
        if (left > 1) await goToNextOpenItem(page);
      }
      await everythingSaved(page);
      await expect(page.getByText(`${vendor.items}／${vendor.items}項目`).first()).toBeVisible();
      await page.getByRole('link', { name: '提出前の確認へ' }).first().click();
      await submit(page, '開発部長');
      await page.context().close();
    }
  });

  await test.step('the bank answers its own three items, another person approves them', async () => {
    await operator.goto(`${campaign}/bank-answers`);
    const items = operator.getByRole('main').locator('button.fold, article');
    await expect(items).toHaveCount(3);
    for (let index = 0; index < 3; index += 1) {
      const item = items.nth(index);
      if ((await item.getAttribute('aria-expanded')) === 'false') await item.click();
      await answerOpenItem(operator, { status: '充足', text: '行内規程に定めています。' });
    }
    await operator.getByRole('button', { name: '3項目の承認を依頼する' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: '3項目の承認を依頼する' }).click();
    await signIn(approver, at('seki'));
    await approver.goto(`${campaign}/bank-answers`);
    await approver.getByRole('button', { name: '3項目を承認する' }).click();
    await approver.getByRole('dialog').getByRole('button', { name: '3項目を承認する' }).click();
    await expect(approver.getByText('承認済み 3')).toBeVisible();
  });

  await test.step('the reviewer judges and proposes with a grade, the approver approves', async () => {
    await signIn(reviewer, at('mizuno'));
    await expect(reviewer.getByText('提出された2社の審査が残っています')).toBeVisible();
    await reviewer.getByRole('link', { name: '審査する' }).click();
    await reviewer.getByRole('link', { name: WRITING }).click();
    await reviewer.getByRole('button', { name: '審査を始める' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '審査を始める' }).click();
    for (const number of ['Sec-1', EVIDENCE_ITEM]) await takeEvidenceAway(reviewer, number);
    await expectAccessible(reviewer);
    await reviewer.getByRole('button', { name: '充足の16項目を認める' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '充足の16項目を認める' }).click();
    await expect(reviewer.getByText('16／16')).toBeVisible();
    await reviewer.getByRole('button', { name: '承認を起案する' }).click();
    const proposal = reviewer.getByRole('dialog');
    await proposal.getByLabel('評価').selectOption('良好');
    await proposal.getByRole('button', { name: '承認を起案する' }).click();
    await expect(reviewer.getByText('承認待', { exact: true }).first()).toBeVisible();
    await approver.goto(new URL(reviewer.url()).pathname);
    await approver.getByRole('button', { name: '承認する' }).click();
    await expect(approver.getByRole('dialog')).toContainText('良好');
    await approver.getByRole('dialog').getByRole('button', { name: '承認する' }).click();
    await expect(approver.getByText('承認済', { exact: true }).first()).toBeVisible();
    await expectAccessible(approver);
  });

  await test.step('suspended by the host, the bank is closed at once; resumed, it is as it was', async () => {
    host(['suspend', '--slug', SLUG, '--reason', '確認のため']);
    await operator.goto(campaign);
    await expect(operator.getByRole('heading', { level: 1, name: NAME })).toHaveCount(0);
    host(['resume', '--slug', SLUG, '--reason', '確認が済んだため']);
    await operator.goto(campaign);
    await expect(operator.getByRole('row', { name: new RegExp(WRITING) })).toContainText('承認済');
  });
});
