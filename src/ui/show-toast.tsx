'use client';
import { toast } from 'sonner';
import { IconCheck, IconError, IconUndo } from './icons';

/**
 * Says a result for `seconds` (8 by default, long enough to undo). `undo` adds a button with its own word. `tone` 'bad'
 * marks a failure that nothing else on the page shows; refusals belong into a Notice. A second one of the same `id` takes
 * the first one's place.
 */
export function showToast(
  text: string,
  options: { undo?: { label: string; onUndo: () => void }; tone?: 'ok' | 'bad'; seconds?: number; id?: string } = {},
): void {
  const { undo } = options;
  toast.custom(
    (id) => (
      <div className="toast">
        {options.tone === 'bad' ? <IconError /> : <IconCheck />}
        <span className="grow">{text}</span>
        {undo ? (
          <button
            type="button"
            onClick={() => {
              toast.dismiss(id);
              undo.onUndo();
            }}
          >
            <IconUndo />
            {undo.label}
          </button>
        ) : null}
      </div>
    ),
    { duration: (options.seconds ?? 8) * 1000, ...(options.id === undefined ? {} : { id: options.id }) },
  );
}

/** Takes a result back from view whose undo no longer holds. */
export function hideToast(id: string): void {
  toast.dismiss(id);
}
