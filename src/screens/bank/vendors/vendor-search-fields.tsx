'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { VENDOR_STANDINGS } from '@/domain/vendor-search';
import { Button } from '@/ui/button';
import { IconSearch } from '@/ui/icons';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import type { VendorSearch } from './vendor-search';

const WEIGHTS = ['high', 'medium', 'low'] as const;

/** What narrows the register: words, weight, bureau, and whether it is still in use. */
export function VendorSearchFields(props: {
  search: VendorSearch;
  bureaus: readonly string[];
  onChange: (part: Partial<VendorSearch>) => void;
}) {
  const { search, bureaus, onChange } = props;
  const t = useTranslations('vendors.list');
  const weights = useTranslations('states.criticality');
  const [words, setWords] = useState(search.search);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onChange({ search: words.trim() });
  };
  return (
    <div className="row filters">
      <search>
        <form className="row" onSubmit={find}>
          <TextInput
            label={t('search')}
            maxLength={100}
            icon={<IconSearch />}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit">{t('find')}</Button>
        </form>
      </search>
      <Select
        label={t('weight')}
        value={search.criticality}
        placeholder={t('every')}
        options={WEIGHTS.map((value) => ({ value, label: weights(value) }))}
        onChange={(event) => onChange({ criticality: WEIGHTS.find((each) => each === event.target.value) ?? '' })}
      />
      <Select
        label={t('bureau')}
        value={search.bureau}
        placeholder={t('every')}
        options={bureaus.map((bureau) => ({ value: bureau, label: bureau }))}
        onChange={(event) => onChange({ bureau: event.target.value })}
      />
      <Select
        label={t('standing')}
        value={search.standing}
        options={VENDOR_STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))}
        onChange={(event) =>
          onChange({ standing: VENDOR_STANDINGS.find((each) => each === event.target.value) ?? 'active' })
        }
      />
    </div>
  );
}
