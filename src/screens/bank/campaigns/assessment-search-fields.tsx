'use client';

import { useTranslations } from 'next-intl';
import { SearchForm } from '@/ui/search-form';
import { Select } from '@/ui/select';
import type { AssessmentSearch } from './assessment-search';

/** What narrows the table besides its state: words, person in charge, weight, kind of API. */
export function AssessmentSearchFields(props: {
  search: AssessmentSearch;
  members: readonly { id: string; name: string }[];
  onChange: (part: Partial<AssessmentSearch>) => void;
}) {
  const { search, members, onChange } = props;
  const t = useTranslations('bank.campaigns.show');
  const weights = useTranslations('states.criticality');
  const kinds = useTranslations('states.apiKind');
  return (
    <div className="row filters">
      <SearchForm
        label={t('search')}
        find={t('find')}
        words={search.search}
        onSearch={(words) => onChange({ search: words })}
      />
      <Select
        label={t('inCharge')}
        value={search.inCharge}
        placeholder={t('everybody')}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange({ inCharge: event.target.value })}
      />
      <Select
        label={t('weight')}
        value={search.criticality}
        placeholder={t('every')}
        options={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: weights(value) }))}
        onChange={(event) =>
          onChange({
            criticality: (['high', 'medium', 'low'] as const).find((each) => each === event.target.value) ?? '',
          })
        }
      />
      <Select
        label={t('apiKind')}
        value={search.apiKind}
        placeholder={t('every')}
        options={(['reference', 'update'] as const).map((value) => ({ value, label: kinds(value) }))}
        onChange={(event) =>
          onChange({ apiKind: (['reference', 'update'] as const).find((each) => each === event.target.value) ?? '' })
        }
      />
    </div>
  );
}
