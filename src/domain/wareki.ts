/** The year before the first of each era, by its names on forms. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 令: 2018, r: 2018, 平成: 1988, 平: 1988, h: 1988 };

/** The year of the common era of 令和8, R8 or 令和元; null for anything else. */
export function eraYear(text: string): number | null {
  const match = /^(\D{1,2}?)\s*(\d{1,2}|元)$/u.exec(text);
  const before = ERAS[match?.[1]?.toLowerCase() ?? ''];
  if (before === undefined) return null;
  const count = match?.[2] === '元' ? 1 : Number(match?.[2]);
  return count > 0 ? before + count : null;
}
