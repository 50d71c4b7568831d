'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { browserStore } from '@/screens/checklist/browser-store';

const inField = (target: EventTarget | null) => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role=dialog]') !== null) return true;
  const radio = target instanceof HTMLInputElement && target.type === 'radio';
  return target.isContentEditable || (['TEXTAREA', 'SELECT', 'INPUT'].includes(target.tagName) && !radio);
};

/**
 * Keys outside fields and dialogs, by name: `j`, `1`, and with Ctrl or Command held `ctrl+z`; what has no name here is left
 * to the browser. `single` false: single keys are turned off, the others act.
 */
export function useReviewKeys(keys: Readonly<Record<string, () => void>>, single: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (event.altKey || inField(event.target) || (!held && !single)) return;
      const action = keys[held ? `ctrl+${event.key.toLowerCase()}` : event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys, single]);
}

const kept = browserStore('browser', 'tenken.single-keys');
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether single keys act, as this browser keeps it; they do until somebody turns them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => kept.read() !== 'off',
    () => true,
  );
  const set = (wanted: boolean) => {
    kept.keep(wanted ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [on, set];
}
