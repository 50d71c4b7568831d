import { expect, type Page, test } from '@playwright/test';
import { type OpenIdServer, startOpenIdServer } from '@/auth/identity/open-id-server.fixture';
import { expectAccessible } from './support/accessible';
import { host } from './support/host';
import { mailTo } from './support/mailbox';
import { signIn } from './support/member';
import { personAt } from './support/person';

const MARK = Date.now().toString(36);
const SLUG = `tsuki-${MARK}`;
const at = (name: string) => `${name}@${SLUG}.example`;

let server: OpenIdServer;

test.beforeAll(async () => {
  server = await startOpenIdServer({ redirectUris: [`${process.env.E2E_URL}/api/auth/callback/${SLUG}`] });
});
test.afterAll(() => server.close());

/** From the sign-in page through the provider's own page and back, as whoever sits there. */
async function goByProvider(page: Page, person: OpenIdServer['person'], path = `/sign-in?bank=${SLUG}`): Promise<void> {
  server.person = person;
  await page.goto(path);
  await page.getByRole('button', { name: 'シングルサインオンへ進む' }).click();
}
const menu = (page: Page) => page.getByRole('navigation', { name: '主メニュー' });

async function choose(page: Page, mode: '任意' | '必須' | '使わない'): Promise<void> {
  const section = page.getByRole('region', { name: 'シングルサインオン' });
  await section.getByRole('radio', { name: new RegExp(`^${mode}`) }).check();
  await section.getByRole('button', { name: 'シングルサインオンを保存する' }).click();
}

test('a bank lets its people in through its own provider, and then through nothing else', async ({ browser }) => {
  test.setTimeout(180_000);
  const administrator = await personAt(browser);
  const outsider = await personAt(browser);
  const hoshi = { sub: 'hoshi-7', email: at('hoshi'), email_verified: true };

  await test.step('the administrator enters the provider, whose address is checked', async () => {
    const bank = ['--slug', SLUG, '--name', 'つき銀行', '--name-en', 'Tsuki Bank'];
    host(['create', ...bank, '--administrator-name', '星 光', '--administrator-address', at('hoshi')]);
    await signIn(administrator, at('hoshi'));
    await administrator.goto('/settings');
    const section = administrator.getByRole('region', { name: 'シングルサインオン' });
    await expect(section.getByText(`/api/auth/callback/${SLUG}`)).toBeVisible();
    await section.getByLabel('発行者（issuer）').fill('http://10.0.0.1');
    await section.getByLabel('クライアントID').fill(server.clientId);
    await section.getByLabel('クライアントシークレット').fill(server.clientSecret);
    await choose(administrator, '任意');
    await expect(section.getByRole('alert')).toContainText('https:// で始まる必要があります');
    await section.getByLabel('発行者（issuer）').fill(server.issuer);
    await choose(administrator, '必須');
    await expect(section.getByRole('alert')).toContainText('「必須」にする前に');
    await choose(administrator, '任意');
    await expect(administrator.getByText('シングルサインオンの設定を保存しました')).toBeVisible();
    await expect(section.getByLabel('クライアントシークレット')).toHaveValue('');
    await expectAccessible(administrator);
  });

  await test.step('somebody whose address the provider has not verified gets one sentence and no session', async () => {
    await goByProvider(outsider, { ...hoshi, email_verified: false });
    await expect(outsider.getByText('シングルサインオンでサインインできませんでした')).toBeVisible();
    await expectAccessible(outsider);
    await outsider.goto('/settings');
    await expect(outsider).toHaveURL(/\/sign-in/);
  });

  await test.step('the administrator comes in through it and goes on to where they wanted', async () => {
    const second = await personAt(browser);
    await goByProvider(second, hoshi, `/sign-in?bank=${SLUG}&next=/settings`);
    await expect(second.getByRole('heading', { level: 1, name: '設定' })).toBeVisible();
    await choose(second, '必須');
    await expect(second.getByText('シングルサインオンの設定を保存しました')).toBeVisible();
  });

  await test.step('a session by code leads to the provider from now on, and a code is not sent any more', async () => {
    await administrator.goto('/people');
    await expect(administrator.getByText('この金融機関では、シングルサインオンでのサインインが必要です')).toBeVisible();
    await administrator.getByRole('button', { name: 'シングルサインオンへ進む' }).click();
    await expect(menu(administrator)).toBeVisible();
    await outsider.goto('/sign-in');
    await outsider.getByLabel('メールアドレス').fill(at('hoshi'));
    await outsider.getByRole('button', { name: '確認コードを送る' }).click();
    const { text } = await mailTo(at('hoshi'), '【ご案内】Tenken');
    expect(text).toContain(`/sign-in?bank=${SLUG}`);
  });
});
