'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTRPCClient } from '@/trpc/client/provider';
import { Checkbox } from '@/ui/checkbox';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import { RecordDialog } from './record-dialog';
import { useRecordForm } from './use-record-form';
import type { VendorContact, VendorView } from './vendor-data';

const KINDS = ['primary', 'deputy', 'copy'] as const;
const LANGUAGES = ['ja', 'en'] as const;

const valuesOf = (contact: VendorContact) => ({
  name: contact.name,
  department: contact.department,
  address: contact.address,
  language: contact.language as string,
  kind: contact.kind as string,
  bounced: contact.bouncedAt ? 'yes' : '',
});
type ContactValues = ReturnType<typeof valuesOf>;

/** Adds a contact (`contact` null) or changes one. Who is primary changes in the list, by naming another one. */
export function ContactDialog(props: { vendor: VendorView; contact: VendorContact | null; onClose: () => void }) {
  const { vendor, contact, onClose } = props;
  const t = useTranslations('vendors.form');
  const section = useTranslations('vendors.vendor');
  const client = useTRPCClient();
  const router = useRouter();
  const hasPrimary = vendor.contacts.some((each) => each.kind === 'primary');
  const form = useRecordForm<ContactValues>({
    standing: contact && { version: contact.version, values: valuesOf(contact) },
    empty: {
      name: '',
      department: '',
      address: '',
      language: 'ja',
      kind: hasPrimary ? 'deputy' : 'primary',
      bounced: '',
    },
    save: async (values, version) => {
      await client.bank.vendors.saveContact.mutate({
        vendorId: vendor.facts.id,
        contactId: contact?.id ?? null,
        version,
        name: values.name,
        department: values.department,
        address: values.address,
        language: values.language === 'en' ? 'en' : 'ja',
        kind: KINDS.find((kind) => kind === values.kind) ?? 'deputy',
        ...(contact && { bounced: values.bounced === 'yes' }),
      });
    },
  });
  const choices = form.values.kind === 'primary' ? (['primary'] as const) : (['deputy', 'copy'] as const);
  const bind = (field: 'name' | 'department' | 'address', maxLength: number) => ({
    label: t(field),
    value: form.values[field],
    maxLength,
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  });
  const wordOf = (field: keyof ContactValues, value: string) => {
    if (field === 'language') return t(`languages.${value === 'en' ? 'en' : 'ja'}`);
    if (field === 'bounced') return t(value === 'yes' ? 'yes' : 'no');
    if (field === 'kind') return section(`contactKinds.${KINDS.find((kind) => kind === value) ?? 'deputy'}`);
    return value;
  };
  return (
    <RecordDialog
      title={section(contact ? 'editContact' : 'addContact')}
      form={form}
      labelOf={t}
      wordOf={wordOf}
      required={[
        { label: t('name'), oneOf: ['name'] },
        { label: t('address'), oneOf: ['address'] },
      ]}
      onClose={onClose}
      onSaved={() => {
        showToast(t('saved'));
        router.refresh();
        onClose();
      }}
    >
      <Select
        label={t('kind')}
        value={form.values.kind}
        options={choices.map((value) => ({ value, label: section(`contactKinds.${value}`) }))}
        onChange={(event) => form.set('kind', event.target.value)}
      />
      <TextInput {...bind('name', 100)} required />
      <TextInput {...bind('department', 100)} />
      <TextInput {...bind('address', 254)} required type="email" />
      <Select
        label={t('language')}
        value={form.values.language}
        options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={(event) => form.set('language', event.target.value)}
      />
      {contact ? (
        <div>
          <Checkbox
            label={t('bounced')}
            checked={form.values.bounced === 'yes'}
            onChange={(event) => form.set('bounced', event.target.checked ? 'yes' : '')}
          />
          <p className="hint">{t('bouncedHint')}</p>
        </div>
      ) : null}
    </RecordDialog>
  );
}
