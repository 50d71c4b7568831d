const MOST = 6;
const LAST_DAY = 60;

/** Numbers of bank business days, comma or space between them; null when something else is typed. */
export function readNoticeDays(typed: string): number[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,\u3001]+/u)
    .filter((part) => part !== '');
  const days = parts.map(Number);
  return days.length <= MOST && days.every((day) => Number.isInteger(day) && day >= 1 && day <= LAST_DAY) ? days : null;
}
