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

  it('folds line ends', () => {
    expect(schema.parse('a\r\nb\rc')).toBe('a\nb\nc');
  });

  it('refuses NUL, other controls and lone surrogates by name', () => {
    expect(refusalOf('a\u0000b')).toMatchObject({ refusal: 'text-control-character', position: 2 });
    expect(refusalOf('\u0085')).toMatchObject({ refusal: 'text-control-character' });
    expect(refusalOf('a\uD83D')).toMatchObject({ refusal: 'text-lone-surrogate' });
  });
});
