import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv';
import { writeCsv } from './write-csv';

const LIMITS = { maxRows: 5_000, maxColumns: 20, maxCellChars: 4_000 };
const read = (bytes: Uint8Array | string) => readCsv(Buffer.from(bytes as string), LIMITS);
const codeOf = (bytes: Uint8Array | string) => {
  const answer = read(bytes);
  return 'failure' in answer ? answer.failure.code : 'read';
};

describe('a CSV', () => {
  it('is read with a byte order mark and without', () => {
    expect(read('会社名,備考\r\n𠮷野,"a,b"\r\n')).toEqual({
      rows: [
        ['会社名', '備考'],
        ['𠮷野', 'a,b'],
      ],
    });
    expect(read('\uFEFF会社名\n青葉\n')).toEqual({ rows: [['会社名'], ['青葉']] });
  });

  it('is read as Windows writes it, with ㈱ and ～', () => {
    // 会社名,㈱かけはし,10～12 in CP932.
    const bytes = Buffer.from('89ef8ed096bc2c878a82a982af82cd82b52c31308160', 'hex');
    expect(read(Buffer.concat([bytes, Buffer.from('12\r\n')]))).toEqual({ rows: [['会社名', '㈱かけはし', '10～12']] });
  });

  it('keeps line breaks within quotes, ragged rows and blank lines in their places', () => {
    expect(read('a,b\r\n"一行\r\n二行",x,y\r\n\r\nz\r\n\r\n')).toEqual({
      rows: [['a', 'b'], ['一行\n二行', 'x', 'y'], [''], ['z']],
    });
  });

  it('is read with tabs where the first line has no comma', () => {
    expect(read('会社名\t備考\n青葉\ta,b\n')).toEqual({
      rows: [
        ['会社名', '備考'],
        ['青葉', 'a,b'],
      ],
    });
  });

  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'file-empty'],
    ['blank lines alone', '\r\n,,\r\n', 'file-empty'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'file-kind-unknown'],
    ['a web page', '\n<!DOCTYPE html><table>', 'file-kind-unknown'],
    ['text with a NUL', 'a,b\0', 'file-kind-unknown'],
    ['UTF-16', Buffer.from('fffe4f01f97a', 'hex'), 'file-encoding'],
    ['a quote that never ends', 'a\n"b\nc', 'file-quotes'],
    ['a quote in the middle', 'a\nb"c"d\n', 'file-quotes'],
    ['too many rows', 'x\n'.repeat(5_001), 'file-too-many-rows'],
    ['too many columns', 'x,'.repeat(30), 'file-too-many-columns'],
    ['ten million empty cells', ','.repeat(10_000_000), 'file-too-many-columns'],
    ['a cell of 5 MB', `a,${'x'.repeat(5_000_000)}`, 'file-cell-too-large'],
    ['11 MB', 'x'.repeat(11 * 1024 * 1024), 'file-too-large'],
  ])('with %s is refused', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('is written so that nothing in it is live, and comes back as it was', () => {
    const rows = [
      ['会社名', '備考'],
      ['=1+1', '@SUM(A1)'],
      ['＝1', '-5'],
      ["'=1", "''+1"],
      ["'普通", '一行\n二行 "引用"'],
    ];
    const bytes = Buffer.from(writeCsv(rows));
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString('utf8')).not.toMatch(/(?:^|[,\n"])[=+@＝＋－＠-]/);
    expect(read(bytes)).toEqual({ rows });
  });

  it('keeps a text of several lines in its cell, and guards what hides behind blanks and unseen signs', () => {
    const rows = [
      ['一行\n二行', 'x\n=1+1', 'x'],
      [' =1', '\u200b+1', "' =1"],
    ];
    expect(read(writeCsv(rows))).toEqual({ rows });
    expect(Buffer.from(writeCsv(rows)).toString()).toContain(`"x\n=1+1",x\r\n' =1,'\u200b+1,'' =1`);
  });
});
