import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { ISSUER_FAULTS } from '@/domain/identity-provider';
import { REFUSALS, type RefusalCode } from '@/domain/refusal';
import { MESSAGES } from './all';

const CODES = Object.keys(REFUSALS) as RefusalCode[];
/** What the thrower of each of these sends along; every other sentence stands without values. */
const PARAMS: Partial<Record<RefusalCode, Record<string, string | number>>> = {
  'sso-required': { bank: 'aoba' },
  'issuer-unfit': { fault: 'private' },
  'edition-unfit': { numbers: 'Sec-3、Sec-4' },
  'delegation-too-many': { max: 30, hourly: 15 },
  'question-too-many': { max: 100 },
  'form-sheet-renamed': { sheet: '回答用シート' },
  'form-faulty': { kinds: 2 },
  'form-formula': { cells: 'C7、D9', count: 2 },
  'form-heads-changed': { cells: 'C7、D9', count: 2 },
  'form-overtaken': { numbers: '1、2' },
  'form-row-unknown': { cells: 'C7、D9', count: 2 },
  'form-row-twice': { cells: 'C7、D9', count: 2 },
  'form-question-edited': { cells: 'C7、D9', count: 2 },
  'form-status-unreadable': { cells: 'C7、D9', count: 2 },
  'form-date-unreadable': { cells: 'C7、D9', count: 2 },
  'form-named-unreadable': { cells: 'C7、D9', count: 2 },
  'form-text-unfit': { cells: 'C7、D9', count: 2 },
  'form-choice-missing': { numbers: '3' },
  'organisation-belongs': { name: 'かけはし' },
  'master-answer-missing': { numbers: '3' },
  'master-answer-old': { numbers: '3' },
  'prior-answer-missing': { numbers: '3' },
  'prior-answer-singly': { numbers: '3' },
  'prior-answer-due': { numbers: '3' },
  'bank-resting': { bank: 'あおば銀行' },
  'code-wrong': { left: 1 },
  'verdicts-incomplete': { numbers: '3, 18' },
  'items-unopened': { numbers: '3, 18' },
  'open-singly': { numbers: '3, 18' },
  'already-decided': { by: '高橋', decision: 'approved' },
  'grade-unknown': { grades: 'A, B' },
  'bank-items-unapproved': { numbers: '10, 15' },
  'bank-answers-incomplete': { numbers: '10, 15' },
  'mail-text-placeholder': { name: '{vendr}' },
  'logo-unfit': { kilobytes: 200, side: 2000 },
  'member-exists': { name: '佐藤 美咲' },
  'no-contact': { vendors: '株式会社かけはし' },
  'text-too-long': { max: 10_000, length: 100_000 },
  'file-too-large': { megabytes: 10 },
  'file-macro': { part: 'xl/vbaProject.bin' },
  'file-linked': { part: 'xl/externalLinks/externalLink1.xml' },
  'file-formula': { cell: 'C7' },
  'file-too-many-rows': { max: 5_000 },
  'file-too-many-columns': { max: 60 },
  'file-cell-too-large': { cell: 'C7', max: 4_000 },
  'file-quotes': { line: 12 },
  'import-faulty-rows': { count: 30 },
  'upload-too-large': { megabytes: 10 },
  'evidence-zip-executable': { name: 'setup.exe' },
  'evidence-zip-nested': { name: '鍵.7z' },
  'evidence-zip-path': { name: '../a.txt' },
  'evidence-too-many': { max: 300 },
  'corporate-number-taken': { vendor: '株式会社かけはし' },
  'vendor-in-campaign': { campaigns: '2026年度 定期点検' },
  'send-date-past': { wave: 2 },
  'due-before-send': { wave: 2 },
  'contact-bounced': { vendors: '株式会社かけはし' },
  'service-archived': { vendors: '株式会社かけはし' },
  'too-many-waves': { max: 12 },
  'contact-address-taken': { name: '田中 涼' },
};

describe.each(['ja', 'en'] as const)('the refusals in %s', (locale) => {
  const sentences = MESSAGES[locale].refusals;
  const say = createTranslator({
    locale,
    messages: { refusals: sentences },
    namespace: 'refusals',
    onError: (error) => {
      throw error;
    },
  });

  it('have one sentence for every code and none for anything else', () => {
    expect(Object.keys(sentences).sort()).toEqual([...CODES].sort());
  });

  it.each(CODES)('say %s with what its thrower sends', (code) => {
    expect(say(code, PARAMS[code] ?? {})).toMatch(locale === 'ja' ? /。$/ : /\.$/);
  });

  it.each(ISSUER_FAULTS)('say what is wrong with a provider’s address: %s', (fault) => {
    const others = ISSUER_FAULTS.filter((each) => each !== fault).map((each) => say('issuer-unfit', { fault: each }));
    expect(others).not.toContain(say('issuer-unfit', { fault }));
  });

  it('name both figures when a text is too long', () => {
    const sentence = say('text-too-long', { max: 10_000, length: 100_000 });
    expect(sentence).toContain('10,000');
    expect(sentence).toContain('100,000');
  });
});
