'use client';

import { useTranslations } from 'next-intl';
import { NOTE_EXAMPLE } from '@/domain/checklist-lines';
import { Checkbox } from '@/ui/checkbox';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import type { LineField, TypedItem, TypedProblems } from './typed-item';

const ANSWERED_BY = ['vendor', 'bank', 'both'] as const;
const API_KINDS = ['reference', 'update'] as const;

/** The fields of one item: the printed text, then what the bank adds in its own words. */
export function ItemFields(props: {
  item: TypedItem;
  problems: TypedProblems;
  categories: readonly string[];
  onChange: (item: TypedItem) => void;
}) {
  const { item, problems, onChange } = props;
  const t = useTranslations('checklists.edit');
  const who = useTranslations('states.answeredBy');
  const kinds = useTranslations('states.apiKind');
  const set = (part: Partial<TypedItem>) => onChange({ ...item, ...part });
  const errorOf = (field: LineField) => {
    const found = problems[field];
    return found ? t(`lines.${found.problem}`, { line: found.line, mark: NOTE_EXAMPLE }) : undefined;
  };
  return (
    <div className="spaced">
      <TextInput
        label={t('number')}
        required
        maxLength={20}
        value={item.number}
        error={problems.number ? t('numberBlank') : undefined}
        onChange={(event) => set({ number: event.target.value })}
      />
      <TextInput
        label={t('category')}
        required
        maxLength={100}
        list="edition-categories"
        value={item.category}
        onChange={(event) => set({ category: event.target.value })}
      />
      <datalist id="edition-categories">
        {props.categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <TextArea
        label={t('objective')}
        required
        rows={2}
        value={item.objective}
        onChange={(event) => set({ objective: event.target.value })}
      />
      <Select
        label={t('answeredBy')}
        value={item.answeredBy}
        options={ANSWERED_BY.map((value) => ({ value, label: who(value) }))}
        onChange={(event) => set({ answeredBy: ANSWERED_BY.find((each) => each === event.target.value) ?? 'vendor' })}
      />
      <TextArea
        label={t('practices')}
        hint={t('practicesHint')}
        rows={6}
        value={item.practices}
        error={errorOf('practices')}
        onChange={(event) => set({ practices: event.target.value })}
      />
      <TextArea
        label={t('notes')}
        hint={t('notesHint', { mark: NOTE_EXAMPLE })}
        rows={3}
        value={item.notes}
        error={errorOf('notes')}
        onChange={(event) => set({ notes: event.target.value })}
      />
      <TextArea
        label={t('sources')}
        hint={t('sourcesHint')}
        rows={2}
        value={item.sources}
        onChange={(event) => set({ sources: event.target.value })}
      />
      <TextArea
        label={t('sections')}
        hint={t('sectionsHint')}
        rows={2}
        value={item.sections}
        error={errorOf('sections')}
        onChange={(event) => set({ sections: event.target.value })}
      />
      <fieldset className="mt24 spaced">
        <legend className="b">{t('own')}</legend>
        <TextArea
          label={t('guidance')}
          hint={t('guidanceHint')}
          rows={3}
          value={item.guidance}
          onChange={(event) => set({ guidance: event.target.value })}
        />
        <Checkbox
          label={t('evidenceNeeded')}
          checked={item.evidenceNeeded}
          onChange={(event) => set({ evidenceNeeded: event.target.checked })}
        />
        <TextArea
          label={t('namedData')}
          hint={t('namedDataHint')}
          rows={2}
          value={item.namedData}
          onChange={(event) => set({ namedData: event.target.value })}
        />
        <fieldset>
          <legend>{t('condition')}</legend>
          <p className="hint">{t('conditionHint')}</p>
          {API_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={t('onlyFor', { kind: kinds(kind) })}
              checked={item.onlyForApiKinds.includes(kind)}
              onChange={(event) =>
                set({
                  onlyForApiKinds: API_KINDS.filter((each) =>
                    each === kind ? event.target.checked : item.onlyForApiKinds.includes(each),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      </fieldset>
    </div>
  );
}
