import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { signIn } from './support/member';
import { personAt } from './support/person';

const OPERATOR = 'nakamura@aoba-bank.example';
const ADMINISTRATOR = 'kato@aoba-bank.example';
const MARK = Date.now().toString(36);
const NAME = `ふたりの会社 ${MARK}`;

test('two people at one vendor: neither loses a word, and a mail that failed later is marked by hand', async ({
  browser,
  page,
}) => {
  const other = await personAt(browser);
  await signIn(page, OPERATOR);
  await signIn(other, ADMINISTRATOR);
  let vendor = '';

  await test.step('one registers it; a number with a wrong check digit is refused, and what was typed stays', async () => {
    await page.goto('/vendors/new');
    await page.getByLabel('名称').fill(NAME);
    await page.getByLabel('かな', { exact: true }).fill('ﾌﾀﾘﾉ');
    await page.getByLabel('法人番号').fill('1234567890123');
    await page.getByRole('button', { name: '登録する' }).click();
    await expect(page.getByText('検査用数字', { exact: false }).last()).toBeVisible();
    await expect(page.getByLabel('名称')).toHaveValue(NAME);
    await page.getByLabel('法人番号').fill('');
    await page.getByRole('button', { name: '登録する' }).click();
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    vendor = new URL(page.url()).pathname;
  });

  await test.step('found whatever the width and the kana of what is typed', async () => {
    for (const search of ['ふたりの', 'フタリノ', 'ﾌﾀﾘﾉ']) {
      await page.goto(`/vendors?search=${encodeURIComponent(search)}`);
      await expect(page.getByRole('link', { name: NAME })).toBeVisible();
    }
  });

  await test.step('both change it from the same state: the second is told, and nothing is lost', async () => {
    const open = async (person: Page) => {
      await person.goto(vendor);
      await person.getByRole('region', { name: '基本情報' }).getByRole('button', { name: '編集' }).click();
      return person.getByRole('dialog');
    };
    const first = await open(page);
    const second = await open(other);
    await first.getByLabel('データの保管場所').fill('国内（東京）');
    await first.getByRole('button', { name: '保存する' }).click();
    await expect(first).toBeHidden();
    await second.getByLabel('備考').fill('年1回、訪問する。');
    await second.getByRole('button', { name: '保存する' }).click();
    await expect(second.getByText('ほかの方が先に更新しました')).toBeVisible();
    await expect(second.getByLabel('データの保管場所')).toHaveValue('国内（東京）');
    await expectAccessible(other);
    await second.getByRole('button', { name: '入力した内容で保存する' }).click();
    await expect(second).toBeHidden();
    const facts = other.getByRole('region', { name: '基本情報' });
    await expect(facts).toContainText('国内（東京）');
    await expect(facts).toContainText('年1回、訪問する。');
  });

  await test.step('a failure notice that came later is put on record at the contact, and shows in the list', async () => {
    await page.goto(vendor);
    await page.getByRole('button', { name: '連絡先を追加' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('二宮 和');
    await dialog.getByLabel('メールアドレス').fill(`ninomiya-${MARK}@futari.example`);
    await dialog.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('button', { name: '二宮 和を編集' }).click();
    await dialog.getByLabel('メールが届かない（不達）').check();
    await dialog.getByRole('button', { name: '保存する' }).click();
    await expect(page.getByRole('region', { name: '連絡先' })).toContainText('不達');
    await expectAccessible(page);
    await page.goto(`/vendors?search=${MARK}`);
    await expect(page.getByRole('row').filter({ hasText: NAME })).toContainText('不達');
  });
});
