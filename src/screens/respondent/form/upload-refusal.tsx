'use client';

import { useTranslations } from 'next-intl';
import { type ClientRefusal, refusalIn, useRefusalSentence } from '@/trpc/client/refusal';
import { Notice } from '@/ui/notice';

/** Why a file was not read: every fault of it, each kind with its cells and its way out. */
export function UploadRefusal({ fileName, refusal }: { fileName: string; refusal: ClientRefusal | null }) {
  const t = useTranslations('respondent.form');
  const ui = useTranslations('ui');
  const sentence = useRefusalSentence();
  const faults = refusal === null ? [] : faultsIn(refusal);
  return (
    <Notice tone="bad" title={t('notReadFile', { file: fileName })}>
      <p>{refusal === null ? ui('failure.unreachable') : sentence(refusal)}</p>
      {faults.length > 0 ? (
        <ul>
          {faults.map((fault) => (
            <li key={fault.code} className="mt8">
              {sentence(fault)}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

/** The kinds of faults that `form-faulty` bears, each a refusal of its own. */
function faultsIn({ params }: ClientRefusal): ClientRefusal[] {
  if (!Array.isArray(params.faults)) return [];
  return params.faults.flatMap((fault: Record<string, unknown>) => {
    const found = refusalIn({ refusal: { code: fault.code, params: fault } });
    return found === null ? [] : [found];
  });
}
