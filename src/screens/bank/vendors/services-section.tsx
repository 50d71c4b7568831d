'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { IconPencil, IconPlus } from '@/ui/icons';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { ActFailure } from './act-failure';
import { ServiceDialog } from './service-dialog';
import { useAct } from './use-act';
import type { VendorService, VendorView } from './vendor-data';

/** サービス: what is assessed. */
export function ServicesSection({ vendor, canEdit }: { vendor: VendorView; canEdit: boolean }) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [editing, setEditing] = useState<string | null>(null);
  const move = (row: VendorService) => {
    const archived = row.archivedAt === null;
    const work = () => client.bank.vendors.archiveService.mutate({ serviceId: row.id, version: row.version, archived });
    return act(row.id, work, t(archived ? 'archivedNow' : 'restored'));
  };
  const add = (
    <Button size="sm" icon={<IconPlus />} onClick={() => setEditing('')}>
      {t('addService')}
    </Button>
  );
  return (
    <Section
      id="services"
      className="mt24"
      title={t('services')}
      actions={canEdit && vendor.services.length > 0 ? add : null}
    >
      <ActFailure failure={failure} />
      <DataTable
        caption={t('servicesCaption')}
        framed
        minWidth={720}
        rows={vendor.services}
        rowKey={(row) => row.id}
        state={
          vendor.services.length > 0
            ? { kind: 'rows' }
            : { kind: 'empty', title: t('noServices'), text: t('noServicesText'), actions: canEdit ? add : null }
        }
        columns={[
          {
            key: 'name',
            head: fields('name'),
            rowHead: true,
            cell: (row) => (
              <>
                <span lang="ja">{row.name}</span> {row.archivedAt ? <Tag>{t('archivedMark')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'kinds',
            head: fields('apiKinds'),
            cell: (row) => (
              <span className="row">
                {row.apiKinds.map((kind) => (
                  <Tag key={kind}>{kinds(kind)}</Tag>
                ))}
              </span>
            ),
          },
          { key: 'weight', head: fields('criticality'), className: 'nw', cell: (row) => weights(row.criticality) },
          {
            key: 'contract',
            head: fields('contractDate'),
            className: 'nw',
            cell: (row) => (row.contractDate ? formatDate(row.contractDate, locale) : fields('unknown')),
          },
          ...(canEdit
            ? [
                {
                  key: 'action',
                  head: t('action'),
                  className: 'nw',
                  cell: (row: VendorService) => (
                    <span className="row nowrap">
                      <Button
                        size="sm"
                        look="neutral"
                        icon={<IconPencil />}
                        aria-label={t('editOf', { name: row.name })}
                        onClick={() => setEditing(row.id)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        size="sm"
                        look="neutral"
                        busy={busy === row.id}
                        aria-label={t(row.archivedAt ? 'takeBackOf' : 'putAwayOf', { name: row.name })}
                        onClick={() => void move(row)}
                      >
                        {t(row.archivedAt ? 'takeBack' : 'putAway')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <ServiceDialog
          vendor={vendor}
          service={vendor.services.find((row) => row.id === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
