'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { linksBelow } from '@/domain/chain-tree';
import { useTRPCClient } from '@/trpc/client/provider';
import { DateField } from '@/ui/date-field';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { RecordDialog } from './record-dialog';
import { useRecordForm } from './use-record-form';
import type { ChainLink, VendorView } from './vendor-data';

const KINDS = ['subcontractor', 'chain'] as const;

const EMPTY = {
  kind: 'subcontractor',
  parent: '',
  name: '',
  corporateNumber: '',
  task: '',
  dataLocation: '',
  notifiedOn: '',
  acceptedOn: '',
};
type ChainValues = typeof EMPTY;

function standingOf(link: ChainLink): { version: number; values: ChainValues } {
  const { kind, name, task, dataLocation } = link;
  return {
    version: link.version,
    values: {
      kind,
      parent: link.parentId ?? '',
      name,
      corporateNumber: link.corporateNumber ?? '',
      task,
      dataLocation,
      notifiedOn: link.notifiedOn ?? '',
      acceptedOn: link.acceptedOn ?? '',
    },
  };
}

/** Adds a company behind the vendor (`link` null) or changes one; it can't be put below one of its own. */
export function ChainDialog(props: { vendor: VendorView; link: ChainLink | null; onClose: () => void }) {
  const { vendor, link, onClose } = props;
  const t = useTranslations('vendors.form');
  const section = useTranslations('vendors.vendor');
  const client = useTRPCClient();
  const router = useRouter();
  const form = useRecordForm({
    standing: link && standingOf(link),
    empty: EMPTY,
    save: async (values, version) => {
      await client.bank.vendors.saveChainLink.mutate({
        vendorId: vendor.facts.id,
        chainLinkId: link?.id ?? null,
        version,
        parentId: values.parent || null,
        kind: KINDS.find((kind) => kind === values.kind) ?? 'subcontractor',
        name: values.name,
        corporateNumber: values.corporateNumber.normalize('NFKC').replaceAll(/[\s-]/g, '') || null,
        task: values.task,
        dataLocation: values.dataLocation,
        notifiedOn: values.notifiedOn || null,
        acceptedOn: values.acceptedOn || null,
      });
    },
  });
  const below = link ? linksBelow(vendor.chain, link.id) : new Set<string>();
  const above = vendor.chain.filter((each) => !below.has(each.id));
  const bind = (field: 'name' | 'corporateNumber' | 'task' | 'dataLocation', maxLength: number) => ({
    label: t(field),
    value: form.values[field],
    maxLength,
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  });
  const dated = (field: 'notifiedOn' | 'acceptedOn') => ({
    label: t(field),
    value: form.values[field],
    today: vendor.today,
    onChange: (day: string) => form.set(field, day),
  });
  const wordOf = (field: keyof ChainValues, value: string) => {
    if (field === 'kind') return section(`chainKinds.${value === 'chain' ? 'chain' : 'subcontractor'}`);
    if (field === 'parent') return vendor.chain.find((each) => each.id === value)?.name ?? t('topLevel');
    return value;
  };
  return (
    <RecordDialog
      title={section(link ? 'editLink' : 'addLinkTitle')}
      form={form}
      labelOf={t}
      wordOf={wordOf}
      required={[{ label: t('name'), oneOf: ['name'] }]}
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
        options={KINDS.map((value) => ({ value, label: section(`chainKinds.${value}`) }))}
        onChange={(event) => form.set('kind', event.target.value)}
      />
      <Select
        label={t('parent')}
        value={form.values.parent}
        placeholder={t('topLevel')}
        options={above.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(event) => form.set('parent', event.target.value)}
      />
      <TextInput {...bind('name', 200)} required />
      <TextInput {...bind('corporateNumber', 20)} inputMode="numeric" hint={t('corporateNumberHint')} />
      <TextArea {...bind('task', 1_000)} rows={2} />
      <TextInput {...bind('dataLocation', 500)} />
      <DateField {...dated('notifiedOn')} />
      <DateField {...dated('acceptedOn')} />
    </RecordDialog>
  );
}
