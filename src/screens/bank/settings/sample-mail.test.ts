import { describe, expect, it } from 'vitest';
import { OWN_TEXT_KINDS } from '@/domain/mail-texts';
import { sampleMail } from './sample-mail';
import type { Settings } from './settings-data';

const SETTINGS = {
  name: 'あおば銀行',
  nameEn: 'Aoba Bank',
  selfTerm: '当行',
  department: 'リスク統括部',
  departmentEn: 'Risk Management Division',
  telephone: '03-0000-0001',
  replyAddress: 'tenken@aoba-bank.example',
  businessHours: '平日 9:00～17:00',
  closingTime: '17:00',
  mailTexts: {},
} as unknown as Settings;
const worded = (text: string, kind: (typeof OWN_TEXT_KINDS)[number]) => ({
  ...SETTINGS,
  mailTexts: { [kind]: { ja: text, en: text } },
});

describe.each(OWN_TEXT_KINDS)('the sample of %s', (kind) => {
  it('is the whole mail in either language, signed by the bank, and leads nowhere', () => {
    for (const language of ['ja', 'en'] as const) {
      const { subject, text, html } = sampleMail(kind, language, SETTINGS);
      expect(subject).not.toBe('');
      for (const part of [text, html]) expect(part).toContain(SETTINGS.telephone);
      expect(html).toMatch(/^<!doctype html>/);
      expect(html).not.toContain('href=');
    }
  });

  it('takes the bank’s own words in, filled, and never as markup', () => {
    const { text, html } = sampleMail(
      kind,
      'ja',
      worded('{bank}より{vendor}様へ<img src="https://evil.example/x">', kind),
    );
    expect(text).toContain('あおば銀行より株式会社サンプル様へ');
    expect(html).toContain('あおば銀行より株式会社サンプル様へ&lt;img');
    expect(html).not.toMatch(/<img|<script/);
  });
});

it('stands while the closing time is half typed', () => {
  expect(sampleMail('invitation', 'ja', { ...SETTINGS, closingTime: '1' }).text).toContain('17:00');
});
