import { useEffect } from 'react';

/** Ctrl+Enter, or Command+Enter, anywhere on the page but in a dialog and while a text is being converted. */
export function useNextKey(onPress: (() => void) | null): void {
  useEffect(() => {
    if (onPress === null) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof HTMLElement && event.target.closest('[role=dialog], dialog') !== null) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onPress]);
}
