'use client';

import { useRefusalText } from '@/trpc/client/refusal';
import { Notice } from '@/ui/notice';

/** Why a press in this section did nothing. */
export function ActFailure({ failure }: { failure: unknown }) {
  const refusalText = useRefusalText();
  if (failure === null) return null;
  return (
    <Notice tone="bad" live="assertive">
      <p>{refusalText(failure)}</p>
    </Notice>
  );
}
