import { expect, type Page, test } from '@playwright/test';
import { movedClock } from '@/adapters/clock';
import { createLogger } from '@/adapters/logger';
import { COOKIES } from '@/auth/cookies';
import { identityTransaction } from '@/auth/doors';
import { startMemberSession } from '@/auth/member-session';
import { addDays } from '@/domain/business-day';
import { bankDateOf } from '@/domain/deadline';
import { type Asked, codeIn, startWorld, type World } from '@/ops/asked-world.fixture';
import { brokenBounds } from '@/ops/effort/bounds';
import { MASTER, type Moment, measureEffort } from '@/ops/effort/scenarios';
import { type OwnDatabase, startOwnDatabase } from '@/ops/own-database';
import { requestAuditExport } from '@/usecases/audit/request-audit-export';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { copyEdition } from '@/usecases/checklists/copy-edition';
import { requestEditionExport } from '@/usecases/checklists/request-edition-export';
import { requestExport } from '@/usecases/exports/request-export';
import { requestVendorTable } from '@/usecases/exports/request-vendor-table';
import { uploadImport } from '@/usecases/imports/upload-import';
import { MET } from '@/usecases/testing/answers-fixture';
import { approvedYear } from '@/usecases/testing/approved-year';
import { nameCampaign, type TestBank, testOutside, vendorItems } from '@/usecases/testing/bank-fixture';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { PARTIAL } from '@/usecases/testing/submitted-round';
import { makeExport } from '@/worker/processors/make-export';
import { expectAccessible } from './support/accessible';
import { dumpOf, pagesIn, rowsReadBy, textOf } from './support/everything';
import { unfitting } from './support/narrow';
import { personAt } from './support/person';
import { everythingSaved, submit } from './support/respondent';

const DAY_MS = 86_400_000;
const ADDRESS = 'tanaka@mirai-kakeibo.example';
/** Told to the second bank alone. */
const ELSEWHERE = 'みどりだけに伝えた答えです。';

let database: OwnDatabase;
let world: World;
let asked: Record<'first' | 'second' | 'next', Asked>;
/** Links, codes and sessions that were handed out, as they were. */
const secrets = { links: [] as string[], sessions: [] as string[] };

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  database = await startOwnDatabase('twice');
  world = await startWorld(database);
});
test.afterAll(async () => {
  await world?.stop();
  await database.stop();
});

/** As wide as a telephone for a moment: everything is in reach, and axe finds nothing serious at either width. */
async function expectPleasant(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await unfitting(page)).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === COOKIES.respondent)?.value ?? '';
}

const LOOKS: Record<Moment, (page: Page) => Promise<void>> = {
  async kept(page) {
    secrets.sessions.push(await sessionOf(page));
    await page.goto('/respond/master');
    await expect(page.getByRole('heading', { name: `${MASTER.service}（54項目）` })).toBeVisible();
    await expectPleasant(page);
    await page.goBack();
    await expect(page.getByRole('article')).toBeVisible();
  },
  async 'fill-offered'(page) {
    await expect(page.getByText(`回答マスタ「${MASTER.service}」から54項目を埋められます`)).toBeVisible();
    await expect(page.getByRole('article').getByText('回答マスタに回答があります（1か月以内）')).toBeVisible();
    await expect(page.getByRole('article').getByText(/aoba銀行「2026年度 点検」への回答　田中 涼さんが/)).toBeVisible();
    await expectPleasant(page);
  },
  async 'fill-asked'(page) {
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem')).toHaveCount(54);
    await expect(dialog.getByRole('listitem').first()).toContainText('aoba銀行への回答・1か月以内');
  },
  async filled(page) {
    const article = page.getByRole('article');
    await expect(page.getByText('54／54項目').first()).toBeVisible();
    await article.getByLabel('現在の対応状況').fill(ELSEWHERE);
    await everythingSaved(page);
    await expect(article.getByText('aoba銀行には別の回答をしています')).toBeVisible();
    await article.getByRole('button', { name: 'マスタに保存' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存する' }).click();
    await expect(page.getByText('1項目を回答マスタに保存しました')).toBeVisible();
  },
  async 'take-over-offered'(page) {
    await expect(page.getByText('前回の回答を54件まとめて引き継げます')).toBeVisible();
    await expect(page.getByRole('article').getByText('midori銀行には別の回答をしています')).toBeHidden();
    await expectPleasant(page);
  },
  async 'taken-over'(page) {
    await expect(page.getByText('54／54項目').first()).toBeVisible();
    await expect(page.getByRole('article').getByText(/変わりなしと 田中 涼 が確認しました/)).toBeVisible();
    await expect(page.getByRole('article').getByText('midori銀行には別の回答をしています')).toBeVisible();
  },
};

test('the second bank costs a twentieth of the first, and a year without changes 80 clicks and keys at most', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const measured = await measureEffort(world, browser, (moment, page) => LOOKS[moment](page));
  asked = measured.asked;
  expect(brokenBounds(measured.lines)).toEqual([]);
  const [first, second, unchanged] = measured.lines;
  expect(first?.typed).toBeGreaterThan(54 * 100);
  expect(second?.typed).toBeLessThan(60);
  expect(unchanged?.mails).toBe(2);
});

test('next year: what changed nothing goes over by name, the rest is opened singly, a promise that came due is asked about', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const service = world.banks.first.serviceIds[1] ?? '';
  const bank = { ...world.banks.first, serviceIds: [service] };
  const today = bankDateOf(new Date());
  await test.step('two years ago and last year, as the bank approved them', async () => {
    const outside = testOutside(new Date(Date.now() - 800 * DAY_MS));
    await approvedYear(bank, outside);
    outside.clock.advance(400 * DAY_MS);
    const due = { ...PARTIAL, promised: { precision: 'day' as const, date: addDays(today, -10) } };
    const changed = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at + 1}`, { ...MET, current: `昨年書き直した文（${at + 1}）` }]),
    );
    await approvedYear(bank, outside, { ...changed, 1: MET, 3: due });
  });
  const year = await world.invite(bank, '2027年度 点検（送金）', service);
  secrets.links.push(year.link);
  const page = await personAt(browser);
  const article = page.getByRole('article');

  await test.step('by the link, with the name of who says that nothing changed', async () => {
    await page.goto(year.link);
    const before = world.mailCount();
    await page.getByRole('button', { name: '確認コードを受け取る' }).click();
    await page.getByLabel('確認コード（6桁の数字）').fill(codeIn(await world.mailAfter(before, '【確認コード】')));
    await page.getByRole('button', { name: '確認して進む' }).click();
    await page.getByLabel('お名前').fill('小林 舞');
    await page.getByLabel('部署名').fill('開発部');
    await page.getByRole('button', { name: '回答を始める' }).click();
    await expect(page.getByText('前回の回答を52件まとめて引き継げます')).toBeVisible();
    await expect(page.getByText('このほかに2件、1件ずつ確かめてから引き継ぐ項目があります。')).toBeVisible();
    await page.getByRole('button', { name: 'まとめて引き継ぐ' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('小林 舞の名前で「前回から変わりなし」と記録します。');
    await dialog.getByRole('button', { name: '52件を変わりなしとする' }).press('Enter');
    await expect(page.getByText('52／54項目').first()).toBeVisible();
  });

  await test.step('what stood unchanged the year before is opened by itself', async () => {
    await expect(article.getByText('通番 1', { exact: true })).toBeVisible();
    await expect(article.getByText('前の年も変わりなしとした回答です。')).toBeVisible();
    await expectPleasant(page);
    await article.getByRole('button', { name: '変わりなしとして引き継ぐ' }).press('Enter');
    await expect(article.getByText(/変わりなしと 小林 舞 が確認しました/)).toBeVisible();
  });

  await test.step('the promise asks what became of it, also after something was typed', async () => {
    await page.getByRole('button', { name: '次の未回答へ' }).click();
    await expect(article.getByText('通番 3', { exact: true })).toBeVisible();
    await expect(article.getByText(/対応予定の期限（.*）が来ています/)).toBeVisible();
    await expectPleasant(page);
    await article.getByLabel('現在の対応状況').fill('九割の機器で実施しています。');
    await article.getByRole('button', { name: 'まだ続いている（期限を決め直す）' }).press('Enter');
    await expect(article.getByLabel('現在の対応状況')).toHaveValue('九割の機器で実施しています。');
    await expect(article.getByLabel('対応の内容')).toHaveValue(PARTIAL.measure);
    await expect(article.getByText(/対応予定の期限（.*）が来ています/)).toBeVisible();
    await article.getByLabel('期限の決め方').selectOption({ label: '未定' });
    await article.getByLabel('未定の理由').fill('機器の入荷を待っているため');
    await expect(article.getByText(/対応予定の期限（.*）が来ています/)).toBeHidden();
    await everythingSaved(page);
    await page.getByRole('link', { name: '提出前の確認へ' }).first().click();
  });

  await test.step('the final check says what deserves another look, and all answers can be had on paper', async () => {
    const look = page.getByRole('region', { name: '念のため見てほしい項目（1）' });
    await expect(look.getByText('このままでも提出できます')).toBeVisible();
    await expect(look.getByRole('listitem')).toContainText(/延期：.* → 未定（機器の入荷を待っているため）/);
    await expect(page.getByRole('complementary')).toContainText(/前回から変更1エビデンス0件/);
    await expectPleasant(page);
    await expectOnPaper(page);
    await submit(page, '開発部長');
  });

  await test.step('the bank reads who said so, and what became of the promise', async () => {
    const promised = await pageAs(world.banks.first, 'reviewer', `${reviewOf(year)}?item=3`);
    expect(promised).toMatch(/今後の対応予定：残りの機器にも広げます。（期限 未定（機器の入荷を待っているため）/);
    expect(promised).toContain('回答 小林 舞　');
    const unchanged = await pageAs(world.banks.first, 'reviewer', `${reviewOf(asked.next)}?item=1`);
    expect(unchanged).toContain('変わりなし（田中 涼、');
  });
});

/** What the browser would print after a press: every answer, and nothing else of the page; gone once it is printed. */
async function expectOnPaper(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printing', '');
  });
  await page.getByRole('button', { name: '回答一覧を印刷' }).press('Enter');
  await expect(page.locator('body[data-printing]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('まだ提出していません。')).toBeVisible();
  const rows = page.locator('.sheet tbody tr');
  await expect(rows).toHaveCount(54);
  await expect(rows.nth(2)).toContainText('九割の機器で実施しています。');
  await expect(page.locator('#attestation')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(rows).toHaveCount(0);
}

const reviewOf = ({ campaignId, assessmentId }: Asked) => `/campaigns/${campaignId}/assessments/${assessmentId}`;

type Member = 'administrator' | 'operator' | 'reviewer' | 'auditor';

async function pageAs(bank: TestBank, who: Member, path: string): Promise<string> {
  const response = await askAs(bank, who, path);
  expect(response.status, `${path} for the ${who}`).toBe(200);
  return response.text();
}

const signedIn = new Map<string, string>();

async function askAs(bank: TestBank, who: Member, path: string, method = 'GET'): Promise<Response> {
  const { userId } = who === 'auditor' ? bank.auditor : bank.members[who];
  const start = { userId, tenantId: bank.tenantId, now: new Date() };
  const token = signedIn.get(userId) ?? (await identityTransaction((tx) => startMemberSession(tx, start))).token;
  signedIn.set(userId, token);
  secrets.sessions.push(token);
  const headers = { cookie: `${COOKIES.member}=${token}`, origin: world.origin };
  return fetch(`${world.origin}${path}`, { method, headers, redirect: 'manual' });
}

/** Every file that a bank can ask for, as it is taken down. */
async function filesOf(bank: TestBank, campaignId: string): Promise<string[]> {
  const outside = { ...testOutside(), clock: movedClock(new Date()) };
  const { operator } = bank.members;
  const how = { locale: 'ja' as const };
  const ids = [
    await requestExport(outside, operator, { campaignId, format: 'xlsx', ...how }),
    await requestExport(outside, operator, { campaignId, format: 'csv', ...how }),
    await requestVendorTable(outside, operator, { format: 'xlsx', ...how }),
    await requestVendorTable(outside, operator, { format: 'csv', ...how }),
    await requestEditionExport(outside, operator, { editionId: bank.editionId, format: 'xlsx', ...how }),
    await requestEditionExport(outside, operator, { editionId: bank.editionId, format: 'json', ...how }),
  ];
  const audited = await requestAuditExport(outside, bank.auditor, { campaignId, ...how });
  const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Parameters<typeof makeExport>[0];
  const files: string[] = [];
  for (const { exportId } of [...ids, audited]) {
    await makeExport(bench, { tenantId: bank.tenantId, exportId });
    const who = exportId === audited.exportId ? 'auditor' : 'operator';
    const response = await askAs(bank, who, `/api/exports/${exportId}`, 'POST');
    expect(response.status).toBe(200);
    files.push(await textOf(new Uint8Array(await response.arrayBuffer())));
  }
  return files;
}

/** Every page that a bank has, as its members and its auditor are sent it. */
async function pagesOf(bank: TestBank, place: Asked): Promise<string[]> {
  const outside = { ...testOutside(), clock: movedClock(new Date()) };
  const { operator } = bank.members;
  const draft = await copyEdition(outside, operator, { editionId: bank.editionId, title: '下書き' });
  const list = { kind: 'vendors' as const, fileName: '一覧.csv', content: Buffer.from('会社名\n株式会社うみかぜ') };
  const { importId } = await uploadImport(outside, operator, list);
  const sheet = Buffer.from(JSON.stringify(seventeenItems()));
  const edition = { kind: 'checklist' as const, fileName: '版.json', content: sheet };
  const { importId: editionImportId } = await uploadImport(outside, operator, edition);
  const prepared = await createCampaign(outside, operator, {
    name: '準備中の実施回',
    fiscalYear: 2026,
    referenceDate: bankDateOf(new Date()),
    editionId: bank.editionId,
    serviceIds: [],
    dueDate: addDays(bankDateOf(new Date()), 30),
    reminderDays: [],
    overdueDays: [],
  });
  const vendor = /\/vendors\/([0-9a-f-]{36})/.exec(await pageAs(bank, 'operator', '/vendors'));
  const [item] = await vendorItems(bank, place.campaignId);
  const ids: Record<string, string> = {
    ...place,
    importId,
    vendorId: vendor?.[1] ?? '',
    editionId: draft.editionId,
    itemId: item?.id ?? '',
  };
  const idOf = (name: string, route: string) => {
    if (name === 'campaignId' && route.includes('/launch/')) return prepared.campaignId;
    return name === 'importId' && route.startsWith('checklists/') ? editionImportId : ids[name];
  };
  const compared = `/checklists/compare?from=${bank.editionId}&to=${draft.editionId}`;
  const seen: string[] = [];
  const unseen: string[] = [];
  for (const page of [...pagesIn('(bank)', idOf), ...pagesIn('(auditor)', idOf)]) {
    const path = page === '/checklists/compare' ? compared : page;
    const found: string[] = [];
    for (const who of ['operator', 'administrator', 'auditor'] as const) {
      const response = await askAs(bank, who, path);
      if (response.status === 200) found.push(await response.text());
    }
    if (found.length === 0) unseen.push(path);
    seen.push(...found);
  }
  expect(unseen).toEqual([]);
  return seen;
}

test('a bank sees neither that a master exists nor another bank’s name: on no page, in no file, mail or row of its own', async () => {
  test.setTimeout(300_000);
  const { first, second } = world.banks;
  const own: Record<string, { bank: TestBank; other: TestBank; place: Asked; told: readonly string[] }> = {
    aoba: { bank: first, other: second, place: asked.next, told: ['midori銀行', 'midori Bank', ELSEWHERE] },
    midori: {
      bank: second,
      other: first,
      place: asked.second,
      told: ['aoba銀行', 'aoba Bank', asked.first.campaignId],
    },
  };
  for (const [slug, { bank, other, place, told }] of Object.entries(own)) {
    await nameCampaign(bank, place.campaignId, new Date());
    const canaries = [
      ...told,
      other.tenantId,
      ...Object.values(MASTER),
      '回答マスタ',
      'answer master',
      'masterService',
    ];
    const mails = world.mails().filter(({ to }) => to.some((address) => address.endsWith(`@${slug}.example`)));
    const { tenantId } = bank;
    const seen = {
      pages: await pagesOf(bank, place),
      files: await filesOf(bank, place.campaignId),
      mails: mails.map((mail) => JSON.stringify(mail)),
      'rows of the bank': [
        await rowsReadBy(database.superUrl, {
          role: 'tenken_bank',
          tenantId,
          memberId: bank.members.operator.memberId,
        }),
      ],
      'rows of the auditor': [
        await rowsReadBy(database.superUrl, { role: 'tenken_auditor', tenantId, memberId: bank.auditor.memberId }),
      ],
    };
    for (const [where, texts] of Object.entries(seen)) {
      // What is looked at is really there, and it is this bank's.
      expect(
        texts.some((text) => text.includes(`${slug}接続先1`) || text.includes(`${slug}銀行`)),
        `${where} of ${slug}`,
      ).toBe(true);
      for (const canary of canaries)
        expect(
          texts.some((text) => text.includes(canary)),
          `${canary} in the ${where} of ${slug}`,
        ).toBe(false);
    }
  }
});

test('no link, code, session, address or answer stands in a log, no raw token in the database or its queue', async () => {
  const logs = world.printed() + database.serverLog();
  expect(world.printed()).toContain('mail settled');
  const links = [...secrets.links, ...Object.values(asked).map(({ link }) => link)].map(
    (link) => link.split('#')[1] ?? '',
  );
  const codes = world
    .mails()
    .map(codeIn)
    .filter((code) => code !== '');
  const addresses = world.mails().flatMap(({ to }) => to);
  expect([links.length, codes.length, addresses.length].every((count) => count >= 4)).toBe(true);
  for (const secret of [...links, ...secrets.sessions, ...addresses, ADDRESS, ELSEWHERE, ...Object.values(MASTER)]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(logs.includes(secret), 'a secret in a log').toBe(false);
  }
  for (const code of codes) expect(logs).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  // What a log says of a master, it says of no bank.
  const ofMaster = logs.split('\n').filter((line) => /master|organisation/.test(line));
  for (const bank of Object.values(world.banks))
    for (const id of [bank.tenantId, ...Object.values(asked).map(({ assessmentId }) => assessmentId)])
      expect(ofMaster.filter((line) => line.includes(id))).toEqual([]);
  const dump = await dumpOf(database.superUrl);
  expect(dump.all).toContain(ELSEWHERE);
  expect(dump.queue).not.toBe('');
  for (const token of [...links, ...secrets.sessions]) {
    for (const form of [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')])
      expect(dump.all.includes(form), 'a raw token at rest').toBe(false);
  }
  for (const address of addresses) expect(dump.queue).not.toContain(address);
});
