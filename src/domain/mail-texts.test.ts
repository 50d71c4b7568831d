import { describe, expect, it } from 'vitest';
import { fillMailText, type MailValues, unknownPlaceholder } from './mail-texts';

const values: MailValues = {
  vendor: '株式会社{bank}',
  service: '口座情報連携',
  campaign: '2026年度 定期点検',
  bank: 'あおば銀行',
  dueDate: '2026年12月25日(金) 17:00',
};

describe('a bank’s own words', () => {
  it('are filled in once: a value that looks like a placeholder stays as it is', () => {
    expect(fillMailText('{vendor} 様、{dueDate}までに{campaign}へ', values)).toBe(
      '株式会社{bank} 様、2026年12月25日(金) 17:00までに2026年度 定期点検へ',
    );
  });

  it.each([
    ['貴社の{vendor}', null],
    ['貴社の{vendr}', '{vendr}'],
    ['{}', '{}'],
    ['{vendor', '{'],
    ['vendor}', '}'],
    ['{constructor}', '{constructor}'],
    ['<b>{bank}</b>', null],
  ])('%s names %s as what it can’t fill in', (text, wrong) => {
    expect(unknownPlaceholder(text)).toBe(wrong);
  });
});
