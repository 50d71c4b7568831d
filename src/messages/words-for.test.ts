import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './locale';
import { type Reader, wordsFor } from './words-for';

/** Whose pages show what stands in these folders, and in the folders that they import from. */
const SHARED = ['src/ui/**', 'src/trpc/client/**', 'src/screens/checklist/**'];
const PAGES: Record<Reader, string[]> = {
  anybody: ['src/app/*.tsx', 'src/app/sign-in/**', 'src/screens/bank/sign-in/**'],
  bank: ['src/app/(bank)/**', 'src/app/(auditor)/**', 'src/screens/bank/**', 'src/screens/auditor/**', ...SHARED],
  respondent: ['src/app/respond/**', 'src/screens/respondent/**', ...SHARED],
};
const OF_MASTER = /マスタ|answer master|\bmaster\b/i;

describe.each(Object.entries(PAGES) as [Reader, string[]][])('the sentences for %s', (reader, folders) => {
  it('are all that the pages use', () => {
    const files = globSync(folders).filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
    const used = new Set<string>();
    for (const file of files) {
      for (const [, namespace = ''] of readFileSync(file, 'utf8').matchAll(/useTranslations\('(\w+)/g))
        used.add(namespace);
    }
    expect(used.size).toBeGreaterThan(0);
    for (const locale of LOCALES)
      expect(Object.keys(wordsFor(reader, locale))).toEqual(expect.arrayContaining([...used]));
  });
});

it.each(LOCALES)('no bank and no stranger is sent a word about the answer master (%s)', (locale) => {
  expect(JSON.stringify(wordsFor('respondent', locale))).toMatch(OF_MASTER);
  expect(JSON.stringify(wordsFor('bank', locale))).not.toMatch(OF_MASTER);
  expect(JSON.stringify(wordsFor('anybody', locale))).not.toMatch(OF_MASTER);
});
