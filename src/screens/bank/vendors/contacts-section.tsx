'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DataTable } from '@/ui/data-table';
import { IconCheck, IconError, IconPencil, IconPlus } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { ActFailure } from './act-failure';
import { ContactDialog } from './contact-dialog';
import { useAct } from './use-act';
import type { VendorContact, VendorView } from './vendor-data';

/** 連絡先: whom the bank writes to. */
export function ContactsSection({ vendor, canEdit }: { vendor: VendorView; canEdit: boolean }) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [editing, setEditing] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<VendorContact | null>(null);
  const [promoted, setPromoted] = useState<VendorContact | null>(null);
  const promote = async ({ id, version, name }: VendorContact) => {
    await act(id, () => client.bank.vendors.makePrimary.mutate({ contactId: id, version }), t('madePrimary', { name }));
    setPromoted(null);
  };
  const remove = async ({ id, version }: VendorContact) => {
    await act(id, () => client.bank.vendors.removeContact.mutate({ contactId: id, version }), t('removed'));
    setLeaving(null);
  };
  const add = (
    <Button size="sm" icon={<IconPlus />} onClick={() => setEditing('')}>
      {t('addContact')}
    </Button>
  );
  return (
    <Section
      id="contacts"
      className="mt24"
      title={t('contacts')}
      actions={canEdit && vendor.contacts.length > 0 ? add : null}
    >
      <ActFailure failure={failure} />
      <DataTable
        caption={t('contactsCaption')}
        framed
        minWidth={860}
        rows={vendor.contacts}
        rowKey={(row) => row.id}
        state={
          vendor.contacts.length > 0
            ? { kind: 'rows' }
            : { kind: 'empty', title: t('noContacts'), text: t('noContactsText'), actions: canEdit ? add : null }
        }
        columns={[
          {
            key: 'kind',
            head: fields('kind'),
            className: 'nw',
            cell: (row) => <Tag>{t(`contactKinds.${row.kind}`)}</Tag>,
          },
          {
            key: 'name',
            head: fields('name'),
            rowHead: true,
            cell: (row) => (
              <span lang="ja">
                {row.name}
                {row.department ? <span className="sub"> {row.department}</span> : null}
              </span>
            ),
          },
          { key: 'address', head: fields('address'), cell: (row) => row.address },
          {
            key: 'language',
            head: fields('language'),
            className: 'nw',
            cell: (row) => fields(`languages.${row.language}`),
          },
          {
            key: 'delivery',
            head: t('delivery'),
            cell: (row) =>
              row.bouncedAt ? (
                <StatusMark
                  icon={<IconError />}
                  label={t('bouncedOn', { date: formatInstant(row.bouncedAt, locale) })}
                  tone="bad"
                  emphasis="solid"
                />
              ) : (
                <StatusMark icon={<IconCheck />} label={t('deliverable')} tone="mute" />
              ),
          },
          ...(canEdit
            ? [
                {
                  key: 'action',
                  head: t('action'),
                  className: 'nw',
                  cell: (row: VendorContact) => (
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
                      {row.kind === 'primary' ? null : (
                        <Button
                          size="sm"
                          look="neutral"
                          aria-label={t('makePrimaryOf', { name: row.name })}
                          onClick={() => setPromoted(row)}
                        >
                          {t('makePrimary')}
                        </Button>
                      )}
                      <Button
                        size="sm"
                        look="neutral"
                        aria-label={t('removeOf', { name: row.name })}
                        onClick={() => setLeaving(row)}
                      >
                        {t('remove')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="sub mt8">{t('contactsNote')}</p>
      {editing === null ? null : (
        <ContactDialog
          vendor={vendor}
          contact={vendor.contacts.find((row) => row.id === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        open={promoted !== null}
        title={t('promoteTitle', { name: promoted?.name ?? '' })}
        description={<p>{t('promoteText', { name: promoted?.name ?? '' })}</p>}
        confirmLabel={t('makePrimary')}
        cancelLabel={t('cancel')}
        busy={busy !== null}
        onCancel={() => setPromoted(null)}
        onConfirm={() => promoted && void promote(promoted)}
      />
      <ConfirmDialog
        open={leaving !== null}
        danger
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        description={<p>{t('removeText')}</p>}
        confirmLabel={t('remove')}
        cancelLabel={t('cancel')}
        busy={busy !== null}
        onCancel={() => setLeaving(null)}
        onConfirm={() => leaving && void remove(leaving)}
      />
    </Section>
  );
}
