import { describe, expect, it } from 'vitest';
import { type AnswersPaper, setAnswersPaper } from './answers-paper';

const AT = new Date('2026-07-01T01:00:00Z');
const item = (number: number) => ({
  number: String(number),
  text: 'セキュリティ管理責任者を設置している。',
  lines: [
    { label: '状況', text: '充足' },
    { label: '現在の対応状況', text: '責任者を任命し、規程に定めている。'.repeat(10) },
  ],
});
const paper = (change: Partial<AnswersPaper> = {}): AnswersPaper => ({
  language: 'ja',
  title: '提出の控え',
  author: 'あおば銀行',
  lead: 'あおば銀行は、次の回答を受け取りました。',
  facts: [
    { label: '提出日時', value: '2026年7月1日 10:00' },
    { label: '控えの照合値', value: 'a1'.repeat(32) },
  ],
  heads: ['通番', '項目', '回答'],
  items: [item(1)],
  note: '',
  footer: 'あおば銀行',
  ...change,
});
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array) => Number(/\/Type\s*\/Pages[^>]*\/Count\s+(\d+)/.exec(textOf(bytes))?.[1]);

describe('a paper of answers', () => {
  it('is a tagged PDF that says what it is, and as many pages as its answers need', async () => {
    const one = await setAnswersPaper(paper(), AT);
    expect(textOf(one)).toMatch(/^%PDF-1\.7/);
    expect(textOf(one)).toContain('/MarkInfo');
    expect(Buffer.from(one).toString('utf8')).toContain('>提出の控え<');
    expect(pagesOf(one)).toBe(1);
    const many = await setAnswersPaper(paper({ items: Array.from({ length: 60 }, (_, at) => item(at + 1)) }), AT);
    expect(pagesOf(many)).toBeGreaterThan(5);
  });

  it('is the same to the byte for the same answers at the same instant, and another for others', async () => {
    const first = await setAnswersPaper(paper(), AT);
    expect(Buffer.compare(first, await setAnswersPaper(paper(), AT))).toBe(0);
    expect(Buffer.compare(first, await setAnswersPaper(paper({ note: '別' }), AT))).not.toBe(0);
  });

  it('takes markup, control characters, rare signs and emptiness for text', async () => {
    const hostile = ['#panic("x")', '$x$ *y* `z` \\', '#read("/etc/passwd")', '𠮷 髙 﨑 ㈱ 😀 ☃', '\u0007\u202e', ''];
    for (const text of hostile) {
      const made = await setAnswersPaper(
        paper({ title: text, items: [{ number: '1', text, lines: [{ label: text, text }] }] }),
        AT,
      );
      expect(pagesOf(made)).toBe(1);
    }
    expect(pagesOf(await setAnswersPaper(paper({ items: [], facts: [] }), AT))).toBe(1);
  });
});
