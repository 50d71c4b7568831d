import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { builtInEditions, type ChecklistItem } from '@/domain/checklist';
import { noteLines } from '@/domain/checklist-text';
import ui from '@/messages/ja/ui.json' with { type: 'json' };
import { ChecklistText } from './checklist-text';

const items = builtInEditions().flatMap((edition) => edition.items);

const markupOf = (item: ChecklistItem) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={{ ui }}>
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
});
