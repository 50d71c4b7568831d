'use client';

import { useTranslations } from 'next-intl';
import { DateField } from '@/ui/date-field';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

export interface Basics {
  name: string;
  fiscalYear: number;
  referenceDate: string;
  editionId: string;
}

/** Which of the fields can't be saved as they are. */
export function basicsWrong(basics: Basics): { name: boolean; referenceDate: boolean } {
  return { name: basics.name.trim() === '', referenceDate: basics.referenceDate === '' };
}

/** 名称, 年度, 基準日 and チェックリスト. */
export function BasicsFields(props: {
  value: Basics;
  onChange: (value: Basics) => void;
  editions: readonly { id: string; title: string; items: number }[];
  thisYear: number;
  today: string;
  /** Say what is wrong: the first try has been made. */
  checked: boolean;
}) {
  const t = useTranslations('bank.campaigns.form');
  const { value, onChange, editions, thisYear } = props;
  const wrong = basicsWrong(value);
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, value.fiscalYear])].toSorted((a, b) => a - b);
  return (
    <Section id="basics" title={t('basics')} className="mt24">
      <div className="nm">
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={value.name}
          error={props.checked && wrong.name ? t('nameMissing') : undefined}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
        <Select
          label={t('fiscalYear')}
          required
          value={String(value.fiscalYear)}
          options={years.map((year) => ({ value: String(year), label: t('year', { year: String(year) }) }))}
          onChange={(event) => onChange({ ...value, fiscalYear: Number(event.target.value) })}
        />
        <DateField
          label={t('referenceDate')}
          hint={t('referenceHint')}
          required
          value={value.referenceDate}
          today={props.today}
          error={props.checked && wrong.referenceDate ? t('dateMissing') : undefined}
          onChange={(referenceDate) => onChange({ ...value, referenceDate })}
        />
        <Select
          label={t('edition')}
          required
          value={value.editionId}
          options={editions.map((edition) => ({
            value: edition.id,
            label: t('editionChoice', { title: edition.title, items: edition.items }),
          }))}
          onChange={(event) => onChange({ ...value, editionId: event.target.value })}
        />
      </div>
    </Section>
  );
}
