import { describe, expect, it } from 'vitest';
import { examineEvidence } from './evidence-type';
import { madeZip } from './made-zip.fixture';

const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf = (content: Uint8Array) => ({
  size: content.byteLength,
  read: async (offset: number, length: number) => content.subarray(offset, offset + length),
});
const examine = (name: string, content: Uint8Array) => examineEvidence(name, fileOf(content));
const COMPOUND_FILE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

describe('evidence', () => {
  it.each([
    ['規程.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['構成図.PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['写真.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['一覧.xlsx', madeZip([{ name: 'xl/workbook.xml' }]), /spreadsheetml/],
    ['手順.docx', madeZip([{ name: 'word/document.xml' }]), /wordprocessingml/],
    ['説明.pptx', madeZip([{ name: 'ppt/presentation.xml' }]), /presentationml/],
    ['ログ.txt', bytes('確認済み\r\n'.repeat(300_000)), 'text/plain'],
    ['一覧.csv', new Uint8Array([0x93, 0x5f, 0x8c, 0x9f, 0x0d, 0x0a]), 'text/csv'],
    ['まとめ.zip', madeZip([{ name: '規程/第1版.pdf' }, { name: 'readme.txt' }]), 'application/zip'],
  ])('%s is taken for what its ending and its content both say', async (name, content, mediaType) => {
    expect(await examine(name, content)).toEqual({ mediaType: expect.stringMatching(mediaType) });
  });

  it.each([
    ['a web page', 'a.html', bytes('<script>')],
    ['a drawing that can run script', 'a.svg', bytes('<svg/>')],
    ['a page called text', 'a.pdf', bytes('<html>')],
    ['a programme called PDF', '規程.pdf', bytes('MZ\u0090')],
    ['a workbook with macros', '表.xlsx', madeZip([{ name: 'xl/workbook.xml' }, { name: 'xl/vbaProject.bin' }])],
    ['a workbook for macros', '表.xlsm', madeZip([{ name: 'xl/workbook.xml' }])],
    ['a ZIP called document', '文書.docx', madeZip([{ name: 'a.txt' }])],
    ['an old Office file', '表.xls', COMPOUND_FILE],
    ['a ZIP cut off', 'a.zip', madeZip([{ name: 'a.txt' }]).slice(0, 40)],
    ['no ZIP', 'a.zip', bytes('Rar!')],
    ['text that ends within a letter', 'a.txt', new Uint8Array([0x41, 0xe7])],
    ['text with a zero byte', 'a.txt', bytes('a\u0000b')],
    ['a name without ending', '規程', bytes('%PDF-1.7')],
    ['an inherited name as ending', 'a.constructor', bytes('a')],
  ])('%s is refused as a kind that is not taken', async (_, name, content) => {
    expect(await examine(name, content)).toEqual({ refused: 'evidence-kind-refused' });
  });

  it('says that a ZIP or an Office file is locked by a password', async () => {
    const locked = madeZip([{ name: '図.pdf' }, { name: '表.pdf', encrypted: true }]);
    expect(await examine('図.zip', locked)).toEqual({ refused: 'evidence-encrypted-zip' });
    expect(await examine('表.xlsx', COMPOUND_FILE)).toEqual({ refused: 'evidence-encrypted-office' });
  });

  it.each([
    ['evidence-zip-executable', 'tools/setup.exe'],
    ['evidence-zip-executable', '請求書.pdf.ＥＸＥ'],
    ['evidence-zip-executable', 'a.js. '],
    ['evidence-zip-executable', 'page.html'],
    ['evidence-zip-nested', 'また.zip'],
    ['evidence-zip-nested', '鍵.7z'],
    ['evidence-zip-path', '../../etc/passwd.txt'],
    ['evidence-zip-path', '．．/a.txt'],
    ['evidence-zip-path', '..\\a.txt'],
    ['evidence-zip-path', '/etc/a.txt'],
    ['evidence-zip-path', 'C:\\a.txt'],
    ['evidence-zip-path', 'a\u0000.txt'],
  ])('%s: a ZIP that holds %s', async (refused, name) => {
    expect(await examine('a.zip', madeZip([{ name: 'a.pdf' }, { name }]))).toMatchObject({ refused });
  });

  it('names a link in a ZIP, and shows no unseen marks of its name', async () => {
    const linked = madeZip([{ name: 'a\u202efdp.txt', isLink: true }]);
    expect(await examine('a.zip', linked)).toEqual({ refused: 'evidence-zip-path', name: 'afdp.txt' });
  });

  it.each([
    ['more entries than anybody reads', Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.txt` }))],
    ['a thousandfold entry', [{ name: 'a.txt', size: 50_000_000, packedSize: 50_000 }]],
    ['two gigabytes', [1, 2].map((n) => ({ name: `${n}.txt`, size: 1_000_000_000, packedSize: 900_000_000 }))],
  ])('refuses a ZIP with %s', async (_, entries) => {
    expect(await examine('a.zip', madeZip(entries))).toEqual({ refused: 'evidence-zip-inflates' });
  });
});
