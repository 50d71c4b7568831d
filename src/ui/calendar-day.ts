/** Plain calendar arithmetic for the date widgets: `YYYY-MM-DD` strings, no zone, no clock. */

const DAY_MS = 86_400_000;

/** The ISO day, or null when year, month and day name no day of the calendar. */
export function isoDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  at.setUTCFullYear(year);
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** First day of the month that lies `months` from the month of `iso`. */
export function addMonths(iso: string, months: number): string {
  const [year = 1970, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

const YEAR_BEFORE_ERA: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
};

/**
 * What a person typed as an ISO day: 2026-12-25, 2026/12/25, 2026.12.25, 20261225, 2026年12月25日(金), 令和8年12月25日,
 * R8.12.25, full-width digits included. Null when it is no day.
 */
export function parseTypedDay(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?\s*(?:\(.\))?$/.exec(plain);
  if (found) return isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
  const ofEra = /^(\D+?)\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:\(.\))?$/.exec(plain);
  const before = YEAR_BEFORE_ERA[ofEra?.[1]?.toUpperCase() ?? ''];
  if (!ofEra || before === undefined) return null;
  const year = ofEra[2] === '元' ? 1 : Number(ofEra[2]);
  return isoDay(before + year, Number(ofEra[3]), Number(ofEra[4]));
}

/** Weeks (Sunday first) of the month of `iso`; days outside the month are null. */
export function monthWeeks(iso: string): (string | null)[][] {
  const first = `${iso.slice(0, 7)}-01`;
  const month = first.slice(0, 7);
  const lead = new Date(`${first}T00:00:00Z`).getUTCDay();
  const weeks: (string | null)[][] = [];
  for (let start = addDays(first, -lead); start.slice(0, 7) <= month; start = addDays(start, 7)) {
    const week = Array.from({ length: 7 }, (_, index) => addDays(start, index));
    weeks.push(week.map((day) => (day.slice(0, 7) === month ? day : null)));
  }
  return weeks;
}
