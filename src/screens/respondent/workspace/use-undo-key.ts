import { useEffect } from 'react';

const OWN_UNDO = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, [role=dialog], dialog';

/** Ctrl+Z, or Command+Z, anywhere but in a text, which undoes its own typing, and in a dialog. */
export function useUndoKey(onPress: (() => void) | null): void {
  useEffect(() => {
    if (onPress === null) return;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey))
        return;
      if (event.target instanceof HTMLElement && event.target.closest(OWN_UNDO) !== null) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onPress]);
}
