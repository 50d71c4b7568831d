import { ownPath } from '@/domain/own-path';
import { browserStore } from '../../checklist/browser-store';

/** Where the person wanted to go, kept in the tab while they are at their bank's provider. */
const store = browserStore('tab', 'tenken-sign-in-next');

export function keepNext(next: string | null): void {
  const path = ownPath(next);
  if (path === null) store.drop();
  else store.keep(path);
}

export function takeNext(): string | null {
  const path = ownPath(store.read());
  store.drop();
  return path;
}
