const MAX_DAYS = 6;
const LAST_DAY = 60;

/** HH:MM, whatever clock the browser would show. */
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A whole number as typed, full-width digits too; null for anything else or out of bounds. */
export function readWhole(typed: string, min: number, max: number): number | null {
  const text = typed.normalize('NFKC').trim();
  if (!/^\d{1,6}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/** Days separated by commas or spaces; none at all is fine. Null when one of them is no day of 1 to 60, or over six. */
export function readDays(typed: string): number[] | null {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,\u3001]+/u)
    .filter((word) => word !== '');
  const days = words.map((word) => readWhole(word, 1, LAST_DAY));
  return days.length > MAX_DAYS ? null : days.every((day) => day !== null) ? days : null;
}
