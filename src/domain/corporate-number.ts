import { z } from 'zod';

const SHAPE = /^[1-9][0-9]{12}$/;

/**
 * True for 13 half-width digits whose first is the check digit of the other twelve: 9 - (Σ Pn×Qn mod 9), where Pn is the
 * n-th digit from the right and Qn is 1 for an odd n and 2 for an even one (法人番号の指定等に関する省令 第二条).
 */
export function isCorporateNumber(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const base = Array.from(text.slice(1)).reverse().map(Number);
  const sum = base.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return Number(text[0]) === 9 - (sum % 9);
}

/** A 法人番号 as it is stored. A wrong shape and a wrong check digit have one word, so that a form and an import agree. */
export const corporateNumberSchema = z.string().refine(isCorporateNumber, { error: 'corporate-number-invalid' });
