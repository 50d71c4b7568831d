/**
 * One text in the browser's own store: `tab` outlives a reload and ends with the tab, `browser` stays. Where the browser
 * gives none (private modes, full), nothing is kept and reading finds null.
 */
export function browserStore(where: 'tab' | 'browser', key: string) {
  const attempt = <T>(work: (store: Storage) => T, otherwise: T): T => {
    try {
      return work(where === 'tab' ? window.sessionStorage : window.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt((store) => store.getItem(key), null),
    keep: (text: string) => attempt((store) => store.setItem(key, text), undefined),
    drop: () => attempt((store) => store.removeItem(key), undefined),
  };
}
