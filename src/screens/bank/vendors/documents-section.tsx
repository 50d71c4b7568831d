'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { DownloadButton } from '@/ui/download-button';
import { IconPlus, IconWarn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { ActFailure } from './act-failure';
import { DocumentDialog } from './document-dialog';
import { useAct } from './use-act';
import type { VendorDocument, VendorView } from './vendor-data';

const BYTES_PER_KILOBYTE = 1024;

/** 書類: papers kept as they were sent. */
export function DocumentsSection({ vendor, canEdit }: { vendor: VendorView; canEdit: boolean }) {
  const t = useTranslations('vendors.vendor');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [adding, setAdding] = useState(false);
  const move = ({ id, archivedAt }: VendorDocument) => {
    const archived = archivedAt === null;
    const work = () => client.bank.vendors.archiveDocument.mutate({ documentId: id, archived });
    return act(id, work, t(archived ? 'archivedNow' : 'restored'));
  };
  const add = (
    <Button size="sm" icon={<IconPlus />} onClick={() => setAdding(true)}>
      {t('addDocument')}
    </Button>
  );
  return (
    <Section
      id="documents"
      className="mt24"
      title={t('documents')}
      actions={canEdit && vendor.documents.length > 0 ? add : null}
    >
      <ActFailure failure={failure} />
      <DataTable
        caption={t('documentsCaption')}
        framed
        minWidth={900}
        rows={vendor.documents}
        rowKey={(row) => row.id}
        state={
          vendor.documents.length > 0
            ? { kind: 'rows' }
            : { kind: 'empty', title: t('noDocuments'), actions: canEdit ? add : null }
        }
        columns={[
          {
            key: 'document',
            head: t('document'),
            rowHead: true,
            cell: (row) => (
              <>
                <span lang="ja">{row.title}</span> <Tag>{t(`documentKinds.${row.kind}`)}</Tag>{' '}
                {row.archivedAt ? <Tag>{t('archivedMark')}</Tag> : null}
                <br />
                <span className="sub" lang="ja">
                  {t('fileOf', { name: row.fileName, kilobytes: Math.ceil(row.size / BYTES_PER_KILOBYTE) })}
                </span>
              </>
            ),
          },
          { key: 'validity', head: t('validity'), cell: (row) => <Validity row={row} today={vendor.today} /> },
          {
            key: 'added',
            head: t('added'),
            cell: (row) => t('addedBy', { at: formatInstant(row.addedAt, locale), name: row.addedBy || t('system') }),
          },
          {
            key: 'action',
            head: t('action'),
            className: 'nw',
            cell: (row) => (
              <span className="row nowrap">
                <DownloadButton action={`/api/documents/${row.id}`}>
                  {t('takeDown')}
                  <span className="vh"> {row.title}</span>
                </DownloadButton>
                {canEdit ? (
                  <Button
                    size="sm"
                    look="neutral"
                    busy={busy === row.id}
                    aria-label={t(row.archivedAt ? 'takeBackOf' : 'putAwayOf', { name: row.title })}
                    onClick={() => void move(row)}
                  >
                    {t(row.archivedAt ? 'takeBack' : 'putAway')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      {adding ? <DocumentDialog vendor={vendor} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function Validity({ row, today }: { row: VendorDocument; today: string }) {
  const t = useTranslations('vendors.vendor');
  const locale = useLocale() as Locale;
  const dated = (day: string | null) => (day ? formatDate(day, locale) : t('openEnd'));
  if (row.validFrom === null && row.validTo === null) return t('openEnd');
  return (
    <>
      {t('validBetween', { from: dated(row.validFrom), to: dated(row.validTo) })}{' '}
      {row.validTo !== null && row.validTo < today ? (
        <StatusMark icon={<IconWarn />} label={t('expired')} tone="warn" emphasis="act" />
      ) : null}
    </>
  );
}
