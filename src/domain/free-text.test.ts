import { describe, expect, it } from 'vitest';
import { freeTextSchema } from './free-text';

const schema = freeTextSchema(10);
const refusalOf = (text: string) => {
  const parsed = schema.safeParse(text);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return issue?.code === 'custom' ? issue.params : null;
};

describe('what people type', () => {
  it('is kept verbatim, whatever its script', () => {
    for (const text of ['𠮷野家', '👩‍👩‍👧', '\u200Fעברית', 'a\tb\nc', '＝SUM', '']) {
      expect(schema.parse(text)).toBe(text);
    }
  });

  it('counts code points, not UTF-16 units', () => {
    expect(schema.safeParse('𠮷'.repeat(10)).success).toBe(true);
    expect(refusalOf('𠮷'.repeat(11))).toMatchObject({ refusal: 'text-too-long', max: 10, length: 11 });
  });

  it('folds every kind of line break, Word’s soft one too', () => {
    expect(schema.parse('a\r\nb\rc')).toBe('a\nb\nc');
    expect(schema.parse('a\u000Bb\u000Cc\u0085d\u2028e')).toBe('a\nb\nc\nd\ne');
    expect(schema.parse('\u2029')).toBe('\n');
  });

  it('loses control characters that nobody sees, before it is counted', () => {
    expect(schema.parse('a\u0000b\u0007c\u001B\u007F\u009F')).toBe('abc');
    expect(schema.parse(`${'\u0000'.repeat(5)}1234567890`)).toBe('1234567890');
  });

  it('refuses lone surrogates by name', () => {
    expect(refusalOf('a\uD83D')).toMatchObject({ refusal: 'text-lone-surrogate' });
  });
});
