import type { BorderSide, CellStyle, WriteSheet } from 'hucre';

/** How our sheets look: one font, thin lines, text at the top of its cell. */
export const FONT = { name: '游ゴシック', size: 10 };
const LINE: BorderSide = { style: 'thin', color: { rgb: '7F7F7F' } };
export const BODY: CellStyle = {
  font: FONT,
  border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
  alignment: { vertical: 'top', wrapText: true },
  numFmt: '@',
};
export const HEADER: CellStyle = {
  ...BODY,
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8F1FE' } },
  alignment: { vertical: 'center', wrapText: true },
};
export const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 12 }, numFmt: '@' };

/** A4 landscape, one page wide, the rows of the head (from 1) repeated on every page, page n/N below. */
export function printedOnA4(head: { from: number; to: number }): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head.from}:$${head.to}`,
      margins: { top: 0.6, right: 0.4, bottom: 0.7, left: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&L&A', oddFooter: '&C&P / &N' },
  };
}
