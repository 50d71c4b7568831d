'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { EVIDENCE_TYPES, MAX_EVIDENCE_MEGABYTES } from '@/domain/evidence-type';
import { EvidenceFacts } from '@/screens/checklist/evidence-facts';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DropZone } from '@/ui/drop-zone';
import { FieldError } from '@/ui/field';
import { IconPaperclip } from '@/ui/icons';
import { LiveRegion } from '@/ui/live-region';
import { showToast } from '@/ui/show-toast';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { type AskedFile, FileDialogs } from './file-dialogs';
import { UploadLine } from './upload-line';
import type { Evidence, EvidenceFile } from './use-evidence';

const ACCEPT = Object.keys(EVIDENCE_TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** エビデンス of one item: what is there, what is on its way, and the place to drop more. */
export function ItemEvidence(props: {
  assessmentId: string;
  item: WorkspaceItem;
  /** Those that the reader may name a file for. */
  items: readonly WorkspaceItem[];
  evidence: Evidence;
  writable: boolean;
  /** The item asks for a file, and none is there. */
  isMissing: boolean;
  today: string;
}) {
  const t = useTranslations('respondent.evidence');
  const missing = useTranslations('ui.answer.missing');
  const refusalText = useRefusalText();
  const heading = useId();
  const [asked, setAsked] = useState<AskedFile | null>(null);
  const { assessmentId, item, evidence, writable, today } = props;
  const { itemId, number } = item;
  const files = evidence.files.filter((file) => file.itemIds.includes(itemId));
  const uploads = evidence.snapshot.uploads.filter((upload) => upload.itemId === itemId);
  const failed = (error: unknown) => showToast(refusalText(error), { tone: 'bad' });
  const takeOff = async ({ evidenceId, fileName }: EvidenceFile) => {
    await evidence.end(evidenceId, [itemId]);
    const onUndo = () => void evidence.name(evidenceId, [itemId]).catch(failed);
    showToast(t('takenOff', { name: fileName, number }), { undo: { label: t('undo'), onUndo } });
  };
  if (!writable && files.length === 0) return null;
  return (
    <section className="mt16" aria-labelledby={heading}>
      <h3 id={heading} className="l">
        {t('title')} {item.item.evidenceNeeded ? <span className="req">{t('needed')}</span> : null}
      </h3>
      {files.length + uploads.length > 0 ? (
        <ul className="ev">
          {files.map((file) => (
            <li key={file.evidenceId}>
              <EvidenceFacts
                reader="vendor"
                file={file}
                today={today}
                action={`/api/assessments/${assessmentId}/evidence/${file.evidenceId}`}
              >
                {file.itemIds.length > 1 ? (
                  <p className="sub">{t('alsoFor', { numbers: numbersOf(file, props.items, itemId) })}</p>
                ) : null}
                {writable ? (
                  <p className="row">
                    <Button size="sm" look="quiet" onClick={() => setAsked({ what: 'items', file })}>
                      {t('otherItems')}
                      <span className="vh"> {file.fileName}</span>
                    </Button>
                    <Button size="sm" look="quiet" onClick={() => setAsked({ what: 'days', file })}>
                      {t('days')}
                      <span className="vh"> {file.fileName}</span>
                    </Button>
                    <Button size="sm" look="quiet" onClick={() => void takeOff(file).catch(failed)}>
                      {t('takeOff')}
                      <span className="vh"> {file.fileName}</span>
                    </Button>
                  </p>
                ) : null}
              </EvidenceFacts>
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadLine key={upload.id} upload={upload} uploads={evidence.uploads} today={today} />
          ))}
        </ul>
      ) : null}
      {writable ? (
        <DropZone
          label={t('choose')}
          name={t('chooseFor', { number })}
          icon={<IconPaperclip />}
          accept={ACCEPT}
          onFiles={(chosen) => evidence.uploads.add(itemId, chosen)}
        >
          {t('orDrop', { megabytes: MAX_EVIDENCE_MEGABYTES })}
        </DropZone>
      ) : null}
      <FieldError id={heading} error={props.isMissing ? missing('evidence') : undefined} />
      <LiveRegion text={uploads.length > 0 ? t('underWay', { count: uploads.length }) : ''} />
      {evidence.files.length > 0 ? (
        <p className="mt4">
          <Link href={`/respond/${assessmentId}/evidence`} prefetch={false}>
            {t('all', { count: evidence.files.length })}
          </Link>
        </p>
      ) : null}
      <FileDialogs asked={asked} items={props.items} evidence={evidence} today={today} onClose={() => setAsked(null)} />
    </section>
  );
}

function numbersOf(file: EvidenceFile, items: readonly WorkspaceItem[], besides: string): string {
  const others = items.filter((item) => item.itemId !== besides && file.itemIds.includes(item.itemId));
  return others.map((item) => item.number).join('、');
}
