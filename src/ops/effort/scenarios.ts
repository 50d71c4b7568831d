import { type Browser, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { type Asked, codeIn, type World } from '../asked-world.fixture';
import answers from './answers.json' with { type: 'json' };
import { type Effort, Hands } from './hands';

const REPLIES = z
  .array(
    z.strictObject({
      status: z.enum(['met', 'partial', 'not_applicable']),
      text: z.string(),
      measure: z.string().optional(),
      person: z.string().optional(),
    }),
  )
  .parse(answers);
type Reply = (typeof REPLIES)[number];

const RADIO = { met: '充足', partial: '一部充足', not_applicable: '対象外' } as const;
/** As the respondents call it among themselves; no bank uses these words. */
export const MASTER = { organisation: 'かけはし連合', service: '家計簿の全機能' };
const PERSON = { name: '田中 涼', department: '情報セキュリティ室', title: '室長' };

export interface EffortLine extends Effort {
  name: 'first-bank' | 'second-bank' | 'unchanged-year';
}

/** Where somebody may look over the person's shoulder; whatever they do there is not counted. */
export type Moment = 'kept' | 'fill-offered' | 'fill-asked' | 'filled' | 'take-over-offered' | 'taken-over';
type Watch = (moment: Moment, page: Page) => Promise<void>;

/** What a person does for the first bank, for a second one from the answer master, and a year later where nothing changed. */
export async function measureEffort(
  world: World,
  browser: Browser,
  watch: Watch = async () => undefined,
): Promise<{ lines: EffortLine[]; asked: { first: Asked; second: Asked; next: Asked } }> {
  const { first, second } = world.banks;
  const asked = await world.invite(first, '2026年度 点検');
  const one = await atOwnDesk(world, browser, asked, async (hands) => {
    for (const [at, reply] of REPLIES.entries()) await answer(hands, reply, at === REPLIES.length - 1);
    await keepAll(hands);
    await watch('kept', hands.page);
    await submit(hands);
  });
  const asked2 = await world.invite(second, '2026年度 定期確認');
  const two = await atOwnDesk(world, browser, asked2, async (hands) => {
    await watch('fill-offered', hands.page);
    await hands.click(hands.page.getByRole('button', { name: 'まとめて埋める' }));
    await watch('fill-asked', hands.page);
    await hands.click(hands.page.getByRole('dialog').getByRole('button', { name: `${REPLIES.length}項目を埋める` }));
    await watch('filled', hands.page);
    await submit(hands);
  });
  await world.approve(first, asked);
  const next = await world.invite(first, '2027年度 点検');
  const unchanged = await atOwnDesk(world, browser, next, async (hands) => {
    await watch('take-over-offered', hands.page);
    await hands.click(hands.page.getByRole('button', { name: 'まとめて引き継ぐ' }));
    await hands.click(
      hands.page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${REPLIES.length}件を`) }),
    );
    await watch('taken-over', hands.page);
    await submit(hands);
  });
  const lines: EffortLine[] = [
    { name: 'first-bank', ...one },
    { name: 'second-bank', ...two },
    { name: 'unchanged-year', ...unchanged },
  ];
  return { lines, asked: { first: asked, second: asked2, next } };
}

/** A browser that knows nothing: the invitation's link, a code, who one is; then the work. */
async function atOwnDesk(
  world: World,
  browser: Browser,
  asked: Asked,
  work: (hands: Hands) => Promise<void>,
): Promise<Effort> {
  const context = await browser.newContext({
    baseURL: world.origin,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const hands = new Hands(page);
  hands.openMail();
  hands.effort.clicks += 1;
  await page.goto(asked.link);
  const before = world.mailCount();
  await hands.click(page.getByRole('button', { name: '確認コードを受け取る' }));
  hands.openMail();
  await hands.fill(page.getByLabel('確認コード（6桁の数字）'), codeIn(await world.mailAfter(before, '【確認コード】')));
  await hands.click(page.getByRole('button', { name: '確認して進む' }));
  await hands.fill(page.getByLabel('お名前'), PERSON.name);
  await hands.fill(page.getByLabel('部署名'), PERSON.department);
  await hands.click(page.getByRole('button', { name: '回答を始める' }));
  await expect(page.getByRole('article')).toBeVisible();
  await work(hands);
  await context.close();
  return hands.effort;
}

async function answer(hands: Hands, reply: Reply, isLast: boolean): Promise<void> {
  const item = hands.page.getByRole('article');
  await hands.click(item.getByText(RADIO[reply.status], { exact: true }));
  const text = item.getByLabel(reply.status === 'not_applicable' ? '対象外とする理由' : '現在の対応状況');
  await hands.fill(text, reply.text);
  const named = item.getByRole('group', { name: 'この項目で求められている情報' }).getByRole('textbox');
  for (const datum of await named.all()) await hands.fill(datum, '2026-001');
  if (reply.measure !== undefined) {
    await hands.fill(item.getByLabel('対応の内容'), reply.measure);
    await hands.choose(item.getByLabel('期限の決め方'), 'fiscal_year');
    await hands.fill(item.getByLabel('担当者'), reply.person ?? '');
  }
  if (isLast) return;
  const number = item.getByText(/^通番 /);
  const before = (await number.textContent()) ?? '';
  await hands.click(hands.page.getByRole('button', { name: '次の未回答へ' }));
  await expect(number).not.toHaveText(before);
}

async function keepAll(hands: Hands): Promise<void> {
  const { page } = hands;
  await expect(page.getByRole('banner').getByText(/自動保存.*に保存しました/)).toBeVisible();
  await hands.click(page.getByRole('button', { name: '回答をすべてマスタに保存' }));
  const dialog = page.getByRole('dialog');
  await hands.fill(dialog.getByLabel('回答マスタの名前'), MASTER.organisation);
  await hands.fill(dialog.getByLabel('サービスの名前'), MASTER.service);
  await hands.click(dialog.getByRole('button', { name: '保存する' }));
  await expect(page.getByText(`${REPLIES.length}項目を回答マスタに保存しました`)).toBeVisible();
}

async function submit(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.click(page.getByRole('link', { name: '提出前の確認へ' }).first());
  await expect(page.getByRole('heading', { level: 1, name: '提出前の確認' })).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) await hands.click(box);
  const title = page.getByLabel('役職');
  if ((await title.inputValue()) === '') await hands.fill(title, PERSON.title);
  await hands.click(page.getByRole('button', { name: '提出する' }));
  await hands.click(page.getByRole('dialog').getByRole('button', { name: '提出する' }));
  await expect(page.getByRole('heading', { level: 1, name: '提出の控え' })).toBeVisible();
}
