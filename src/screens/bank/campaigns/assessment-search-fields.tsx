'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { IconSearch } from '@/ui/icons';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
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
