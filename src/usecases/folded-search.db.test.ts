import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldForSearch } from '@/domain/search-text';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { containsFolded } from './folded-search';
import { foundTestBank, type TestBank } from './testing/bank-fixture';

let database: TestDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 0 });
});
afterAll(() => database.drop());

const found = async (text: string, sought: string) => {
  const rows = await bank.system.transaction((tx) =>
    tx.execute<{ found: boolean }>(sql`select ${containsFolded(sql`${text}::text`, sought)} as found`),
  );
  return rows[0]?.found;
};

const TEXTS = [
  'ぁあぃいぅうぇえぉおかがきぎゔゕゖゝゞ',
  'ｱｲｳｶﾞﾊﾟｰ',
  'ＡＢＣ１２３（株）',
  '㈱テスト',
  'Ｃａｆé ÉCOLE',
  '𠮷野家',
  'ﬁ',
];

describe('a search in the database', () => {
  it.each(TEXTS)('folds %s as the rulebook does', async (text) => {
    expect(await found(text, foldForSearch(text))).toBe(true);
    expect(await found(foldForSearch(text), text)).toBe(true);
    expect(await found(text, `${text}ん`)).toBe(false);
  });

  it('takes no sign of its own for a pattern', async () => {
    expect(await found('100%', '%')).toBe(true);
    expect(await found('100', '%')).toBe(false);
    expect(await found('a', '_')).toBe(false);
    expect(await found('a', ' ')).toBe(true);
  });
});
