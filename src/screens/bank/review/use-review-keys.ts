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
 * Single keys outside fields and dialogs: J and K move, 1 2 3 judge. Held modifiers leave them to the browser. Nothing
 * while they are turned off.
 */
export function useReviewKeys(keys: Readonly<Record<string, () => void>>, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
      const action = keys[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys, on]);
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
