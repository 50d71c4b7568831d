import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { writeCsv } from '@/adapters/csv/write-csv';
import { bankDateOf, proposeDueDate } from '@/domain/deadline';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { seriousFindings } from './support/accessible';
import { signIn } from './support/member';
import { unfitting } from './support/narrow';
import { personAt } from './support/person';
import { prepareCampaign } from './support/prepare';

const MARK = Date.now().toString(36);
const CAMPAIGN = '2026年度 API接続先 定期点検';
const OPERATOR = 'inoue@midori-shinkin.example';
const ADMINISTRATOR = 'matsumoto@midori-shinkin.example';
/** The bank's pages as the file system has them; each needs a place below. */
const ROUTES = readdirSync('src/app/(bank)', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('page.tsx'))
  .map((path) => `/${path.replace(/\/?page\.tsx$/, '')}`);
const WIZARD = ['basics', 'items', 'services', 'dates', 'texts', 'plan'];

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Goes through the bank's doors once, and makes what a page needs to be seen: drafts and files just read. */
async function places(operator: Page): Promise<Record<string, string[]>> {
  await operator.goto('/campaigns');
  await operator.getByRole('link', { name: CAMPAIGN }).first().click();
  await expect(operator.getByRole('row').nth(1)).toBeVisible();
  const campaign = pathOf(operator);
  const reviewed = operator.getByRole('row').filter({ hasText: /審査中|承認待|承認済|差戻し/ });
  const assessment = (await reviewed.first().getByRole('link').first().getAttribute('href')) ?? '';
  await operator.goto('/vendors');
  const vendorLink = operator.getByRole('main').getByRole('row').nth(1).getByRole('link').first();
  const vendor = (await vendorLink.getAttribute('href')) ?? '';
  const vendorName = (await vendorLink.textContent()) ?? '';

  await prepareCampaign(operator, {
    name: `狭い画面 ${MARK}`,
    due: proposeDueDate(bankDateOf(new Date()), 20),
    vendors: [vendorName],
  });
  const launch = pathOf(operator);

  await operator.goto('/checklists/import');
  await operator.getByLabel('ファイル').setInputFiles({
    name: 'own.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(seventeenItems())),
  });
  await operator.getByRole('button', { name: '読み取る' }).click();
  const adopt = operator.getByRole('button', { name: '17項目の下書きをつくる' });
  await expect(adopt).toBeVisible({ timeout: 60_000 });
  const checklistImport = pathOf(operator);
  await adopt.click();
  await operator.waitForURL(/\/edit$/);
  const edit = pathOf(operator);
  const draft = edit.split('/')[2] ?? '';
  await operator.goto('/checklists');
  const editions = await operator
    .getByRole('main')
    .locator('a[href^="/checklists/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const edition = editions.find((href) => /^\/checklists\/[0-9a-f-]{36}$/.test(href) && !href.includes(draft)) ?? '';

  await operator.goto('/gaps');
  const history = operator.getByRole('main').getByRole('link', { name: /の経過$/ });
  const itemHistory = (await history.first().getAttribute('href')) ?? '';

  await operator.goto('/vendors/import');
  await operator.getByLabel('取り込むファイル').setInputFiles({
    name: `接続先 ${MARK}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      writeCsv([
        ['会社名', '法人番号', 'サービス名', '重要度'],
        [`狭い画面 ${MARK}`, '1234567890123', '口座API', '最高'],
      ]),
    ),
  });
  await operator.getByRole('button', { name: '読み取る' }).click();
  await expect(operator.getByText('最高').first()).toBeVisible({ timeout: 60_000 });
  const vendorImport = pathOf(operator);

  return {
    '/campaigns': ['/campaigns'],
    '/campaigns/new': ['/campaigns/new'],
    '/campaigns/[campaignId]': [campaign],
    '/campaigns/[campaignId]/add': [`${campaign}/add`],
    '/campaigns/[campaignId]/assessments/[assessmentId]': [assessment],
    '/campaigns/[campaignId]/bank-answers': [`${campaign}/bank-answers`],
    '/campaigns/[campaignId]/launch': WIZARD.map((step) => `${launch}?step=${step}`),
    '/checklists': ['/checklists'],
    '/checklists/[editionId]': [edition],
    '/checklists/[editionId]/edit': [edit],
    '/checklists/compare': [`/checklists/compare?from=${edition.split('/')[2]}&to=${draft}`],
    '/checklists/import': ['/checklists/import'],
    '/checklists/import/[importId]': [checklistImport],
    '/gaps': ['/gaps'],
    '/gaps/[assessmentId]/[itemId]': [itemHistory],
    '/questions': ['/questions'],
    '/vendors': ['/vendors'],
    '/vendors/[vendorId]': [vendor],
    '/vendors/import': ['/vendors/import'],
    '/vendors/import/[importId]': [vendorImport],
    '/vendors/new': ['/vendors/new'],
  };
}

test('every page of the bank fits a telephone in both languages, and axe finds nothing serious', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const operator = await personAt(browser);
  const administrator = await personAt(browser);
  await signIn(operator, OPERATOR);
  await signIn(administrator, ADMINISTRATOR);
  const seen = await places(operator);
  const own = { '/people': ['/people'], '/people/roles': ['/people/roles'], '/settings': ['/settings'] };
  expect(Object.keys({ ...seen, ...own }).toSorted()).toEqual(ROUTES.toSorted());

  const found: string[] = [];
  const sweep = async (page: Page, addresses: readonly string[]) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const locale of ['ja', 'en']) {
      await page.context().addCookies([{ name: 'tenken_locale', value: locale, url: process.env.E2E_URL ?? '' }]);
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        for (const each of [...(await unfitting(page)), ...(await seriousFindings(page))]) {
          found.push(`${locale} ${address}: ${each}`);
        }
      }
    }
  };
  await Promise.all([sweep(operator, Object.values(seen).flat()), sweep(administrator, Object.values(own).flat())]);
  expect(found).toEqual([]);
});
