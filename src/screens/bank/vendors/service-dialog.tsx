'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTRPCClient } from '@/trpc/client/provider';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import { RecordDialog } from './record-dialog';
import { useRecordForm } from './use-record-form';
import type { VendorService, VendorView } from './vendor-data';

const EMPTY = { name: '', reference: 'yes', update: '', criticality: 'medium', contractDate: '' };
type ServiceValues = typeof EMPTY;
const API_KINDS = ['reference', 'update'] as const;
const CRITICALITIES = ['high', 'medium', 'low'] as const;

function standingOf(service: VendorService): { version: number; values: ServiceValues } {
  return {
    version: service.version,
    values: {
      name: service.name,
      reference: service.apiKinds.includes('reference') ? 'yes' : '',
      update: service.apiKinds.includes('update') ? 'yes' : '',
      criticality: service.criticality,
      contractDate: service.contractDate ?? '',
    },
  };
}

/** Adds a service (`service` null) or changes one. */
export function ServiceDialog(props: { vendor: VendorView; service: VendorService | null; onClose: () => void }) {
  const { vendor, service, onClose } = props;
  const t = useTranslations('vendors.form');
  const section = useTranslations('vendors.vendor');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const client = useTRPCClient();
  const router = useRouter();
  const form = useRecordForm({
    standing: service && standingOf(service),
    empty: EMPTY,
    save: async (values, version) => {
      await client.bank.vendors.saveService.mutate({
        vendorId: vendor.facts.id,
        serviceId: service?.id ?? null,
        version,
        name: values.name,
        apiKinds: API_KINDS.filter((kind) => values[kind] === 'yes'),
        criticality: CRITICALITIES.find((each) => each === values.criticality) ?? 'medium',
        contractDate: values.contractDate || null,
      });
    },
  });
  const labelOf = (field: keyof ServiceValues) =>
    field === 'reference' || field === 'update' ? kinds(field) : t(field);
  const wordOf = (field: keyof ServiceValues, value: string) => {
    if (field === 'criticality') return weights(CRITICALITIES.find((each) => each === value) ?? 'medium');
    if (field === 'reference' || field === 'update') return t(value === 'yes' ? 'yes' : 'no');
    return value;
  };
  return (
    <RecordDialog
      title={section(service ? 'editService' : 'addService')}
      form={form}
      labelOf={labelOf}
      wordOf={wordOf}
      required={[
        { label: t('name'), oneOf: ['name'] },
        { label: t('apiKinds'), oneOf: ['reference', 'update'] },
      ]}
      onClose={onClose}
      onSaved={() => {
        showToast(t('saved'));
        router.refresh();
        onClose();
      }}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={form.values.name}
        onChange={(event) => form.set('name', event.target.value)}
      />
      <fieldset className="f">
        <legend className="l">{t('apiKinds')}</legend>
        {API_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={kinds(kind)}
            checked={form.values[kind] === 'yes'}
            onChange={(event) => form.set(kind, event.target.checked ? 'yes' : '')}
          />
        ))}
      </fieldset>
      <Select
        label={t('criticality')}
        value={form.values.criticality}
        options={CRITICALITIES.map((value) => ({ value, label: weights(value) }))}
        onChange={(event) => form.set('criticality', event.target.value)}
      />
      <DateField
        label={t('contractDate')}
        value={form.values.contractDate}
        today={vendor.today}
        onChange={(day) => form.set('contractDate', day)}
      />
    </RecordDialog>
  );
}
