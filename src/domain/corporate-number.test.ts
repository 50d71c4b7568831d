import { describe, expect, it } from 'vitest';
import { corporateNumberSchema, isCorporateNumber } from './corporate-number';

describe('a 法人番号', () => {
  it.each(['7000012050002', '5050005005266', '8700110005901', '2000012010019'])(
    'accepts the published %s',
    (number) => {
      expect(isCorporateNumber(number)).toBe(true);
    },
  );

  it('refuses any other check digit before the same twelve digits', () => {
    const accepted = Array.from('0123456789').filter((digit) => isCorporateNumber(`${digit}000012050002`));
    expect(accepted).toEqual(['7']);
  });

  it('refuses two neighbouring digits that changed places', () => {
    expect(isCorporateNumber('7000012500002')).toBe(false);
  });

  it.each([
    '',
    '700001205000',
    '70000120500021',
    '７０００012050002',
    '7000-01205-0002',
    ' 7000012050002',
    '7000012050002\n',
  ])('refuses the shape of %j', (text) => {
    expect(isCorporateNumber(text)).toBe(false);
  });

  it('says one word for a wrong shape and a wrong check digit', () => {
    expect(corporateNumberSchema.safeParse('1000012050002').error?.issues[0]?.message).toBe('corporate-number-invalid');
    expect(corporateNumberSchema.parse('7000012050002')).toBe('7000012050002');
  });
});
