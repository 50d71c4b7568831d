'use client';

import { useEffect } from 'react';

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['TEXTAREA', 'SELECT', 'INPUT'].includes(target.tagName) ||
    target.closest('[role=dialog]') !== null);

/** Single keys outside fields and dialogs: J and K move, 1 2 3 judge. Held modifiers leave them to the browser. */
export function useReviewKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const radio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
      if (event.ctrlKey || event.metaKey || event.altKey || (inField(event.target) && !radio)) return;
      const action = keys[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}
