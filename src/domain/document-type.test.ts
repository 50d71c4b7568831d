import { describe, expect, it } from 'vitest';
import { documentTypeOf } from './document-type';
import { madeZip } from './made-zip.fixture';

const bytes = (text: string) => new TextEncoder().encode(text);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

const zipOf = (names: readonly string[], encrypted = false) => madeZip(names.map((name) => ({ name, encrypted })));

describe('the kind of a document', () => {
  it.each([
    ['契約書.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['図.PNG', PNG, 'image/png'],
    ['写真.jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['表.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml']), /spreadsheetml/],
    ['文書.docx', zipOf(['[Content_Types].xml', 'word/document.xml']), /wordprocessingml/],
    ['メモ.txt', bytes('確認済み\r\n'), 'text/plain'],
    ['一覧.csv', new Uint8Array([0x93, 0x5f, 0x8c, 0x9f, 0x0d, 0x0a]), 'text/csv'],
  ])('%s is what its ending and its content both say', (name, content, type) => {
    expect(documentTypeOf(name, content)).toMatch(type);
  });

  it.each([
    ['a web page', 'a.html', bytes('<script>')],
    ['a drawing that can run script', 'a.svg', bytes('<svg/>')],
    ['a programme called PDF', '契約書.pdf', bytes('MZ\u0090')],
    ['a picture called PDF', '契約書.pdf', PNG],
    ['a ZIP called workbook', '表.xlsx', zipOf(['a.txt'])],
    ['a document called workbook', '表.xlsx', zipOf(['word/document.xml'])],
    ['a workbook with macros', '表.xlsx', zipOf(['xl/workbook.xml', 'xl/vbaProject.bin'])],
    ['an encrypted ZIP', '表.xlsx', zipOf(['xl/workbook.xml'], true)],
    ['a workbook under a password', '表.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a ZIP cut off', '表.xlsx', zipOf(['xl/workbook.xml']).slice(0, 30)],
    ['a ZIP that counts more entries than it has', '表.xlsx', zipOf(['xl/workbook.xml']).with(-12, 9)],
    ['text with a zero byte', 'メモ.txt', bytes('a\u0000b')],
    ['text in no known encoding', 'メモ.txt', new Uint8Array([0xff, 0xfe, 0xfd])],
    ['a name without ending', '契約書', bytes('%PDF-1.7\n')],
    ['an empty ending', '契約書.', bytes('%PDF-1.7\n')],
    ['an inherited name as ending', 'a.constructor', bytes('a')],
  ])('%s is refused', (_, name, content) => {
    expect(documentTypeOf(name, content)).toBeNull();
  });
});
