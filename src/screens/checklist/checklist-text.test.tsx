import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { builtInEditions, type ChecklistItem } from '@/domain/checklist';
import { noteLines } from '@/domain/checklist-text';
import states from '@/messages/ja/states.json' with { type: 'json' };
import ui from '@/messages/ja/ui.json' with { type: 'json' };
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { ChecklistText } from './checklist-text';

const items = builtInEditions().flatMap((edition) => edition.items);

const markupOf = (item: ChecklistItem) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={{ ui, states }}>
      <ChecklistText item={item} headingLevel={3} />
    </NextIntlClientProvider>,
  );

/** What a reader sees: the markup without its tags, and the few signs that markup escapes. */
const textIn = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const printedTexts = (item: ChecklistItem): string[] => [
  ...item.practices.flatMap(({ heading, methods }) => [
    heading,
    ...methods.map(({ number, text }) => `${number}${text}`),
  ]),
  ...item.notes.flatMap(({ mark, title, text }) => [`${mark} ${title}`, ...noteLines(text).map((line) => line.text)]),
  ...item.references.map(({ source, sections }) => [source, ...sections].join('　')),
];

describe('the printed text of an item', () => {
  it.each(items)('of item $number stands verbatim on the page, notes too', (item) => {
    const text = textIn(markupOf(item));
    for (const printed of printedTexts(item)) expect(text).toContain(printed);
  });

  it('is marked as Japanese', () => {
    for (const item of items) expect(markupOf(item)).toMatch(/^<div class="cl" lang="ja">/);
  });

  it('keeps its notes closed until a mark is pressed, and every mark names its note', () => {
    const markup = items.map(markupOf).join('');
    const buttons = [...markup.matchAll(/<button[^>]*>/g)].map(([button]) => button);
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons) {
      expect(button).toContain('type="button"');
      expect(button).toContain('aria-expanded="false"');
      const controlled = /aria-controls="([^"]+)"/.exec(button)?.[1];
      expect(markup).toMatch(new RegExp(`<div id="${controlled}" class="nt" hidden="">`));
    }
  });

  it('is followed by what the bank adds, marked as its own; nothing is said where it adds nothing', () => {
    const own = seventeenItems().items;
    const shown = own.map((item) => textIn(markupOf(item)));
    expect(shown[2]).toContain('金融機関からの案内');
    expect(shown[2]).toContain(own[2]?.guidance);
    expect(shown[2]).toContain('認証番号報告書名');
    expect(shown[5]).toContain('証跡が必要');
    expect(shown[6]).toContain('更新系のAPIがあるサービスだけに尋ねる項目です。');
    expect(shown[0]).not.toContain('金融機関');
  });
});
