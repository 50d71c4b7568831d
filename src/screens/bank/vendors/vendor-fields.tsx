'use client';

import { useTranslations } from 'next-intl';
import { DateField } from '@/ui/date-field';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import type { RecordForm, Standing } from './use-record-form';
import type { VendorFacts } from './vendor-data';

export const VENDOR_FIELDS = {
  name: '',
  kana: '',
  corporateNumber: '',
  registrationNumber: '',
  registrationBureau: '',
  registrationCheckedOn: '',
  dataLocation: '',
  notes: '',
};
export type VendorValues = typeof VENDOR_FIELDS;

export function standingOf(facts: VendorFacts): Standing<VendorValues> {
  const { name, kana, registrationNumber, registrationBureau, dataLocation, notes } = facts;
  return {
    version: facts.version,
    values: {
      name,
      kana,
      corporateNumber: facts.corporateNumber ?? '',
      registrationNumber,
      registrationBureau,
      registrationCheckedOn: facts.registrationCheckedOn ?? '',
      dataLocation,
      notes,
    },
  };
}

/** What is sent: full-width digits of the 法人番号 are folded, hyphens and spaces left out; '' is not known. */
export function factsOf(values: VendorValues) {
  const corporateNumber = values.corporateNumber.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return {
    ...values,
    corporateNumber: corporateNumber || null,
    registrationCheckedOn: values.registrationCheckedOn || null,
  };
}

/** The fields of 基本情報. */
export function VendorFields({ form, today }: { form: RecordForm<VendorValues>; today: string }) {
  const t = useTranslations('vendors.form');
  const bind = (field: keyof VendorValues, maxLength: number) => ({
    label: t(field),
    value: form.values[field],
    maxLength,
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  });
  return (
    <>
      <TextInput {...bind('name', 200)} required />
      <TextInput {...bind('kana', 200)} hint={t('kanaHint')} />
      <TextInput {...bind('corporateNumber', 20)} inputMode="numeric" hint={t('corporateNumberHint')} />
      <TextInput {...bind('registrationNumber', 100)} />
      <TextInput {...bind('registrationBureau', 100)} />
      <DateField
        label={t('registrationCheckedOn')}
        value={form.values.registrationCheckedOn}
        today={today}
        onChange={(day) => form.set('registrationCheckedOn', day)}
      />
      <TextArea {...bind('dataLocation', 500)} rows={2} />
      <TextArea {...bind('notes', 5_000)} rows={3} />
    </>
  );
}
