import { expect, type Page, test } from '@playwright/test';
import { codeIn, linkIn, startWorld, type World } from '@/ops/asked-world.fixture';
import { type OwnDatabase, startOwnDatabase } from '@/ops/own-database';
import { reissueInvitation } from '@/usecases/invitations/reissue-invitation';
import { openReview } from '@/usecases/reviews/open-review';
import { showReview } from '@/usecases/reviews/show-review';
import { testOutside } from '@/usecases/testing/bank-fixture';
import { expectAccessible } from './support/accessible';
import { personAt } from './support/person';
import { answerOpenItem, everythingSaved, goToNextOpenItem, openItemNumber, submit } from './support/respondent';
import { enterWorld } from './support/world';

const KOBAYASHI = { name: '小林 舞', address: 'kobayashi@mirai-kakeibo.example', department: '開発部' };
const MORI = { name: '森 蓮', address: 'mori@mirai-kakeibo.example', department: '基盤運用部' };
const ANSWER = '規程に定め、年1回見直しています。';

let database: OwnDatabase;
let world: World;

test.beforeAll(async () => {
  database = await startOwnDatabase('colleagues');
  world = await startWorld(database);
});
test.afterAll(async () => {
  await world?.stop();
  await database.stop();
});

/** The lead asks a colleague for whole categories, the first `count` of those that nobody has; gives the mailed link. */
async function ask(lead: Page, who: typeof KOBAYASHI, categories: readonly number[]): Promise<string> {
  await lead.getByRole('link', { name: '担当依頼', exact: true }).click();
  await lead.getByLabel('お名前').fill(who.name);
  await lead.getByLabel('メールアドレス').fill(who.address);
  for (const at of categories)
    await lead
      .getByRole('group')
      .getByRole('checkbox', { name: /（\d+件）$/ })
      .nth(at)
      .check();
  await expectAccessible(lead);
  const before = world.mailCount();
  await lead.getByRole('button', { name: '依頼のメールを送る' }).click();
  await expect(lead.getByRole('heading', { name: who.name })).toBeVisible();
  await lead.getByRole('link', { name: '回答画面に戻る' }).click();
  return linkIn(await world.mailAfter(before, '【担当依頼】', who.address));
}

/** Answers everything that is open on the person's own page, and says how many that was. */
async function answerAllOpen(page: Page): Promise<number> {
  const next = page.getByRole('button', { name: '次の未回答へ' });
  for (let done = 1; ; done += 1) {
    await answerOpenItem(page, { status: '充足', text: `${ANSWER}（通番${await openItemNumber(page)}）` });
    if ((await next.count()) === 0) return done;
    await goToNextOpenItem(page);
  }
}

/** Whoever asks has to show once more that it is them, over the page and without leaving it. */
async function confirmAgain(lead: Page): Promise<void> {
  const again = lead.getByRole('dialog', { name: 'もう一度ご本人の確認をお願いします' });
  await expect(again).toBeVisible();
  const before = world.mailCount();
  await again.getByLabel('メールアドレス').fill('tanaka@mirai-kakeibo.example');
  await again.getByRole('button', { name: '確認コードを送る' }).click();
  await again.getByLabel('確認コード（6桁）').fill(codeIn(await world.mailAfter(before, '【確認コード】')));
  await again.getByRole('button', { name: '確認して続ける' }).click();
  await expect(again).toBeHidden();
}

test('three colleagues answer 54 items, one of them offline for a while, two of them at the same one', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const bank = world.banks.first;
  const asked = await world.invite(bank, '2026年度 点検');
  const lead = await personAt(browser);
  const kobayashi = await personAt(browser);
  const mori = await personAt(browser);
  await enterWorld(world, lead, asked.link, { name: '田中 涼', department: '情報セキュリティ室' });

  await test.step('the lead asks two colleagues, who see their own items and nothing else', async () => {
    await enterWorld(world, kobayashi, await ask(lead, KOBAYASHI, [1, 2]), KOBAYASHI);
    await enterWorld(world, mori, await ask(lead, MORI, [3, 4]), MORI);
    await expect(kobayashi.getByRole('link', { name: '提出前の確認へ' })).toHaveCount(0);
    await expectAccessible(kobayashi);
  });

  await test.step('a colleague types on while the line is down, and all of it arrives', async () => {
    await answerOpenItem(mori, { status: '充足', text: ANSWER });
    await goToNextOpenItem(mori);
    const offline = await openItemNumber(mori);
    await mori.context().setOffline(true);
    await answerOpenItem(mori, { status: '充足', text: 'オフラインの間に書いた文です。' });
    await expect(mori.getByRole('article').getByText('文章はこの画面に残っています')).toBeVisible();
    await goToNextOpenItem(mori);
    await answerOpenItem(mori, { status: '充足', text: 'これもオフラインの間に書いた文です。' });
    await mori.context().setOffline(false);
    await everythingSaved(mori);
    await mori.goto(`${world.origin}/respond/${asked.assessmentId}?item=${offline}`);
    await expect(mori.getByLabel('現在の対応状況')).toHaveValue('オフラインの間に書いた文です。');
  });

  const number = await openItemNumber(kobayashi);
  await test.step('two write to one item: both texts stand side by side, and are joined', async () => {
    await lead.goto(`${world.origin}/respond/${asked.assessmentId}?item=${number}`);
    const article = lead.getByRole('article');
    await expect(article.getByText('小林 舞さんも開いています')).toBeVisible();
    await answerOpenItem(kobayashi, { status: '充足', text: '小林の文です。' });
    await everythingSaved(kobayashi);
    await answerOpenItem(lead, { status: '充足', text: '田中の文です。' });
    await expect(article.getByText('小林 舞さんの文')).toBeVisible();
    await expect(article.getByText('小林の文です。')).toBeVisible();
    await expect(article.getByText('田中の文です。')).toBeVisible();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: '両方をつなげて編集する' }).click();
    await everythingSaved(lead);
    await expect(lead.getByLabel('現在の対応状況')).toHaveValue(/小林の文です。/);
    await expect(lead.getByLabel('現在の対応状況')).toHaveValue(/田中の文です。/);
  });

  await test.step('everybody answers the rest at the same time, and the lead submits', async () => {
    await goToNextOpenItem(kobayashi);
    await mori.goto(`${world.origin}/respond/${asked.assessmentId}`);
    await Promise.all([answerAllOpen(kobayashi), answerAllOpen(mori)]);
    await everythingSaved(kobayashi);
    await everythingSaved(mori);
    await lead.goto(`${world.origin}/respond/${asked.assessmentId}`);
    await answerAllOpen(lead);
    await everythingSaved(lead);
    await expect(lead.getByText('54／54項目').first()).toBeVisible();
    await lead.getByRole('link', { name: '提出前の確認へ' }).first().click();
    await submit(lead, '情報セキュリティ室長');
  });

  await test.step('the bank sees who answered what', async () => {
    const outside = testOutside(new Date());
    const { assessmentId } = asked;
    await openReview(outside, bank.members.reviewer, { assessmentId });
    const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
    const names = new Set(items.flatMap(({ vendor }) => (vendor ? [vendor.by] : [])));
    expect(names).toEqual(new Set(['田中 涼', KOBAYASHI.name, MORI.name]));
  });
});

test('one code opens what two banks ask, a draft outlives its session; a replaced link ends the open page, which keeps its text, and asks for another', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { first, second } = world.banks;
  await world.invite(first, '一つ目の銀行の点検');
  const asked = await world.invite(second, '二つ目の銀行の点検');
  const lead = await personAt(browser);
  await enterWorld(world, lead, asked.link, { name: '田中 涼', department: '情報セキュリティ室' });

  await test.step('everything that is asked stands in one list, bank by bank', async () => {
    await lead.goto(`${world.origin}/respond/list`);
    for (const name of [/aoba.*一つ目の銀行の点検/, /midori.*二つ目の銀行の点検/]) {
      await expect(lead.getByRole('heading', { name })).toBeVisible();
    }
    await expectAccessible(lead);
  });

  await test.step('the session ends over a draft: the code is asked for again over the page, and the draft is saved', async () => {
    await lead.goto(`${world.origin}/respond/${asked.assessmentId}`);
    await expect(lead.getByRole('article')).toBeVisible();
    await lead.context().clearCookies();
    await lead.getByLabel('現在の対応状況').fill('サインアウトの間に書いた文です。');
    await confirmAgain(lead);
    await everythingSaved(lead);
    await expect(lead.getByLabel('現在の対応状況')).toHaveValue('サインアウトの間に書いた文です。');
  });

  await test.step('the session ends over a question: the code is asked for at the press, and the question goes', async () => {
    await lead.getByText('この項目について銀行に質問する').click();
    await lead.getByLabel('銀行への質問').fill('サインアウトの間に書いた質問です。');
    await lead.context().clearCookies();
    await lead.getByRole('button', { name: '質問を送る' }).click();
    await confirmAgain(lead);
    await expect(lead.getByText('銀行の回答を待っています')).toBeVisible();
    await expect(lead.getByRole('article').getByText('サインアウトの間に書いた質問です。')).toBeVisible();
    await expect(lead.getByLabel('銀行への質問')).toHaveValue('');
  });

  await test.step('the bank names another person: the page says so and keeps what is typed', async () => {
    await lead.goto(`${world.origin}/respond/${asked.assessmentId}`);
    await expect(lead.getByRole('article')).toBeVisible();
    const successor = { name: '新任 花子', address: 'shinnin@mirai-kakeibo.example', language: 'ja' } as const;
    const { assessmentId } = asked;
    await reissueInvitation(testOutside(new Date()), second.members.operator, { assessmentId, contact: successor });
    await answerOpenItem(lead, { status: '充足', text: '引き継ぐ前に書いた文です。' });
    await expect(lead.getByText('担当が替わったか、リンクが取り消されました')).toBeVisible();
    await expect(lead.getByLabel('現在の対応状況')).toHaveValue('引き継ぐ前に書いた文です。');
    await expectAccessible(lead);
  });

  await test.step('a replaced link and one that never was look alike; one press tells the bank', async () => {
    const stranger = await personAt(browser);
    const textAt = async (link: string) => {
      await stranger.goto('about:blank');
      await stranger.goto(link);
      await expect(stranger.getByRole('heading', { name: 'このリンクはお使いいただけません' })).toBeVisible();
      return stranger.getByRole('main').textContent();
    };
    const unknown = await textAt(`${world.origin}/respond#${'x'.repeat(43)}`);
    expect(await textAt(asked.link)).toBe(unknown);
    await expectAccessible(stranger);
    const before = world.mailCount();
    await stranger.getByRole('button', { name: '新しいリンクを依頼する' }).click();
    await expect(stranger.getByText('ご依頼を承りました')).toBeVisible();
    await expectAccessible(stranger);
    const told = await world.mailAfter(before, '【要対応】', 'operator@midori.example');
    expect(told.subject).toContain('新しいリンクの依頼');
  });
});
