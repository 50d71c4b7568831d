'use client';

import { useTranslations } from 'next-intl';
import { LAST_RESULTS } from '@/domain/last-result';
import { SearchForm } from '@/ui/search-form';
import { Select } from '@/ui/select';
import type { ServiceSearch } from './service-search';

const WEIGHTS = ['high', 'medium', 'low'] as const;
const KINDS = ['reference', 'update'] as const;
const PLACES = ['chosen', 'unchosen'] as const;

/** What narrows the services: words, weight, kind of API, last result, and whether they are chosen, for which wave. */
export function ServiceSearchFields(props: {
  search: ServiceSearch;
  /** How many waves there are to tell apart. */
  waves: number;
  /** Whether chosen or not is a question here. */
  withChosen: boolean;
  onChange: (part: Partial<ServiceSearch>) => void;
}) {
  const { search, onChange } = props;
  const t = useTranslations('bank.campaigns.services');
  const weights = useTranslations('states.criticality');
  const kinds = useTranslations('states.apiKind');
  const oneOf = <T extends string>(all: readonly T[], value: string) => all.find((each) => each === value) ?? null;
  return (
    <div className="row filters mt8">
      <SearchForm
        label={t('search')}
        find={t('find')}
        words={search.search}
        onSearch={(words) => onChange({ search: words })}
      />
      <Select
        label={t('criticality')}
        value={search.criticality ?? ''}
        placeholder={t('every')}
        options={WEIGHTS.map((value) => ({ value, label: weights(value) }))}
        onChange={(event) => onChange({ criticality: oneOf(WEIGHTS, event.target.value) })}
      />
      <Select
        label={t('kinds')}
        value={search.apiKind ?? ''}
        placeholder={t('every')}
        options={KINDS.map((value) => ({ value, label: kinds(value) }))}
        onChange={(event) => onChange({ apiKind: oneOf(KINDS, event.target.value) })}
      />
      <Select
        label={t('lastResult')}
        value={search.lastResult ?? ''}
        placeholder={t('every')}
        options={LAST_RESULTS.map((value) => ({ value, label: t(`last.${value}`) }))}
        onChange={(event) => onChange({ lastResult: oneOf(LAST_RESULTS, event.target.value) })}
      />
      {props.withChosen ? (
        <Select
          label={t('chosen')}
          value={search.chosen === 'all' ? '' : search.chosen}
          placeholder={t('every')}
          options={PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
          onChange={(event) => onChange({ chosen: oneOf(PLACES, event.target.value) ?? 'all' })}
        />
      ) : null}
      {props.waves > 1 ? (
        <Select
          label={t('wave')}
          value={search.wave === null ? '' : String(search.wave)}
          placeholder={t('every')}
          options={Array.from({ length: props.waves }, (_, index) => ({
            value: String(index + 1),
            label: t('waveNumber', { number: index + 1 }),
          }))}
          onChange={(event) => onChange({ wave: event.target.value === '' ? null : Number(event.target.value) })}
        />
      ) : null}
    </div>
  );
}
