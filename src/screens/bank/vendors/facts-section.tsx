'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { DefinitionList } from '@/ui/definition-list';
import { IconPencil } from '@/ui/icons';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/show-toast';
import { RecordDialog } from './record-dialog';
import { useRecordForm } from './use-record-form';
import type { VendorView } from './vendor-data';
import { factsOf, standingOf, VENDOR_FIELDS, VendorFields, type VendorValues } from './vendor-fields';

const SHOWN = [
  'corporateNumber',
  'registrationNumber',
  'registrationBureau',
  'registrationCheckedOn',
  'dataLocation',
  'notes',
] as const satisfies readonly (keyof VendorValues)[];

/** 基本情報. */
export function FactsSection({ vendor, canEdit }: { vendor: VendorView; canEdit: boolean }) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const locale = useLocale() as Locale;
  const [editing, setEditing] = useState(false);
  const { values } = standingOf(vendor.facts);
  const shown = (field: (typeof SHOWN)[number]) => {
    if (values[field] === '') return <span className="sub">{fields('unknown')}</span>;
    if (field === 'registrationCheckedOn') return formatDate(values[field], locale);
    return (
      <span className="keep" lang="ja">
        {values[field]}
      </span>
    );
  };
  return (
    <Section
      id="facts"
      title={t('facts')}
      actions={
        canEdit ? (
          <Button size="sm" icon={<IconPencil />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        ) : null
      }
    >
      <DefinitionList items={SHOWN.map((field) => ({ key: field, term: fields(field), value: shown(field) }))} />
      {editing ? <FactsDialog vendor={vendor} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}

function FactsDialog({ vendor, onClose }: { vendor: VendorView; onClose: () => void }) {
  const t = useTranslations('vendors.form');
  const client = useTRPCClient();
  const router = useRouter();
  const form = useRecordForm({
    standing: standingOf(vendor.facts),
    empty: VENDOR_FIELDS,
    save: async (values, version) => {
      await client.bank.vendors.save.mutate({ ...factsOf(values), vendorId: vendor.facts.id, version });
    },
  });
  return (
    <RecordDialog
      title={t('editTitle')}
      form={form}
      labelOf={t}
      required={[{ label: t('name'), oneOf: ['name'] }]}
      onClose={onClose}
      onSaved={() => {
        showToast(t('saved'));
        router.refresh();
        onClose();
      }}
    >
      <VendorFields form={form} today={vendor.today} />
    </RecordDialog>
  );
}
