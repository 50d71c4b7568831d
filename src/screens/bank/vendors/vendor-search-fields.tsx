'use client';

import { useTranslations } from 'next-intl';
import { VENDOR_STANDINGS } from '@/domain/vendor-search';
import { SearchForm } from '@/ui/search-form';
import { Select } from '@/ui/select';
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
  return (
    <div className="row filters">
      <SearchForm
        label={t('search')}
        find={t('find')}
        words={search.search}
        onSearch={(words) => onChange({ search: words })}
      />
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
