'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { useCalls } from '../signed-in';
import type { WorkspaceItem } from '../workspace/workspace-data';
import type { Evidence, EvidenceFile } from './use-evidence';

/** ほかの項目にも使う: the items that a file shows something for. */
export function ItemsDialog(props: {
  file: EvidenceFile;
  items: readonly WorkspaceItem[];
  evidence: Pick<Evidence, 'name' | 'end'>;
  onClose: () => void;
}) {
  const t = useTranslations('respondent.evidence');
  const refusalText = useRefusalText();
  const { attempt, isAsking } = useCalls();
  const { file, items, evidence } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(file.itemIds));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const toggle = (itemId: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, itemId] : [...before].filter((each) => each !== itemId)));
  const save = async () => {
    const added = [...chosen].filter((itemId) => !file.itemIds.includes(itemId));
    const ended = file.itemIds.filter((itemId) => !chosen.has(itemId));
    setBusy(true);
    setFailure(null);
    try {
      if (added.length > 0) await attempt(() => evidence.name(file.evidenceId, added));
      if (ended.length > 0) await attempt(() => evidence.end(file.evidenceId, ended));
      props.onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={!isAsking}
      wide
      onClose={props.onClose}
      title={t('itemsOf', { name: file.fileName })}
      end={
        <>
          <Button look="neutral" onClick={props.onClose}>
            {t('leave')}
          </Button>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {t('useFor', { count: chosen.size })}
          </Button>
        </>
      }
    >
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <ul className="evi">
        {items.map((item) => (
          <li key={item.itemId}>
            <Checkbox
              label={
                <>
                  <b>{item.number}</b> <span lang="ja">{item.item.objective}</span>
                </>
              }
              checked={chosen.has(item.itemId)}
              onChange={(event) => toggle(item.itemId, event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
