/** The page that an address names, counted from 1; what can't be one is the first. */
export function readPage(given: string | string[] | undefined): number {
  const page = Number(given);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
