'use client';

import type { WorkspaceItem } from '../workspace/workspace-data';
import { ItemsDialog } from './items-dialog';
import type { Evidence, EvidenceFile } from './use-evidence';
import { ValidityDialog } from './validity-dialog';

/** What is being changed of a file. */
export interface AskedFile {
  what: 'days' | 'items' | 'removal';
  file: EvidenceFile;
}

/** The window for a file's days or items; a removal is asked about where it is offered. */
export function FileDialogs(props: {
  asked: AskedFile | null;
  items: readonly WorkspaceItem[];
  evidence: Evidence;
  today: string;
  onClose: () => void;
}) {
  const { asked, evidence, onClose } = props;
  if (asked?.what === 'days') {
    const { file } = asked;
    return (
      <ValidityDialog
        file={file}
        today={props.today}
        onSave={(days) => evidence.setDays(file, days)}
        onClose={onClose}
      />
    );
  }
  if (asked?.what === 'items') {
    return <ItemsDialog file={asked.file} items={props.items} evidence={evidence} onClose={onClose} />;
  }
  return null;
}
