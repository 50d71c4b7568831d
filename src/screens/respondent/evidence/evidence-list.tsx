'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { EvidenceFacts } from '@/screens/checklist/evidence-facts';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { IconChevronLeft } from '@/ui/icons';
import { RespondentBar } from '@/ui/respondent-bar';
import { showToast } from '@/ui/show-toast';
import { SignedIn } from '../signed-in';
import type { WorkspaceData } from '../workspace/workspace-data';
import { isWritable } from '../workspace/workspace-view';
import { type AskedFile, FileDialogs } from './file-dialogs';
import { type EvidenceFile, useEvidence } from './use-evidence';

const nothing = () => undefined;

/** エビデンス一覧: every file of the assessment, the items that each serves, and what can be done with it. */
export function EvidenceList({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.evidence');
  const locale = useLocale();
  const refusalText = useRefusalText();
  const evidence = useEvidence(data, { onKnown: nothing, onDaysRefused: nothing });
  const [asked, setAsked] = useState<AskedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const { assessmentId, today } = data;
  const writable = data.notWritable === null;
  const items = data.items.filter((item) => isWritable(data, item));
  const remove = async ({ evidenceId, fileName }: EvidenceFile) => {
    setBusy(true);
    try {
      await evidence.remove(evidenceId);
      showToast(t('removed', { name: fileName }));
    } catch (error) {
      showToast(refusalText(error), { tone: 'bad' });
    }
    setBusy(false);
    setAsked(null);
  };
  return (
    <SignedIn me={data.me}>
      <RespondentBar
        bank={locale === 'en' && data.bank.nameEn !== '' ? data.bank.nameEn : data.bank.name}
        logo={data.bank.logo}
        title={data.campaignName}
      />
      <main id="main" className="sp" tabIndex={-1}>
        <p>
          <Link className="row" href={`/respond/${assessmentId}`} prefetch={false}>
            <IconChevronLeft className="s16" />
            {t('back')}
          </Link>
        </p>
        <h1>{t('listTitle')}</h1>
        <p className="read">{t('listLead')}</p>
        {evidence.files.length === 0 ? <p className="mt16">{t('none')}</p> : null}
        <ul className="ev mt16">
          {evidence.files.map((file) => (
            <li key={file.evidenceId}>
              <EvidenceFacts
                reader="vendor"
                file={file}
                today={today}
                action={`/api/assessments/${assessmentId}/evidence/${file.evidenceId}`}
              >
                <Served data={data} file={file} />
                {writable ? (
                  <p className="row">
                    <Button size="sm" onClick={() => setAsked({ what: 'items', file })}>
                      {t('changeItems')}
                      <span className="vh"> {file.fileName}</span>
                    </Button>
                    <Button size="sm" look="neutral" onClick={() => setAsked({ what: 'days', file })}>
                      {t('days')}
                      <span className="vh"> {file.fileName}</span>
                    </Button>
                    {data.isLead ? (
                      <Button size="sm" look="danger" onClick={() => setAsked({ what: 'removal', file })}>
                        {t('remove')}
                        <span className="vh"> {file.fileName}</span>
                      </Button>
                    ) : null}
                  </p>
                ) : null}
              </EvidenceFacts>
            </li>
          ))}
        </ul>
      </main>
      <FileDialogs asked={asked} items={items} evidence={evidence} today={today} onClose={() => setAsked(null)} />
      {asked?.what === 'removal' ? (
        <ConfirmDialog
          open
          danger
          busy={busy}
          title={t('removeTitle', { name: asked.file.fileName })}
          description={t('removeText')}
          confirmLabel={t('remove')}
          cancelLabel={t('leave')}
          onCancel={() => setAsked(null)}
          onConfirm={() => void remove(asked.file)}
        />
      ) : null}
    </SignedIn>
  );
}

/** The items that a file serves, each a way to it; or the word that it serves none and goes to nobody. */
function Served({ data, file }: { data: WorkspaceData; file: EvidenceFile }) {
  const t = useTranslations('respondent.evidence');
  const served = data.items.filter((item) => file.itemIds.includes(item.itemId));
  if (served.length === 0) return <p className="sub">{t('servesNone')}</p>;
  return (
    <p className="row">
      {t('serves')}
      {served.map((item) => (
        <Link
          key={item.itemId}
          href={`/respond/${data.assessmentId}?item=${encodeURIComponent(item.number)}`}
          prefetch={false}
        >
          {t('itemNumber', { number: item.number })}
        </Link>
      ))}
    </p>
  );
}
