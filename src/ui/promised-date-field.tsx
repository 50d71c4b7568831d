'use client';
import { useTranslations } from 'next-intl';
import { type FocusEvent, useId } from 'react';
import { DateField } from './date-field';
import { FieldError, type FieldWords, Hint, RequiredMark } from './field';
import { Select } from './select';
import { TextInput } from './text-input';

export type PromisedDateValue =
  | { precision: 'day'; date: string }
  | { precision: 'month'; year: number; month: number }
  | { precision: 'half'; fiscalYear: number; half: 1 | 2 }
  | { precision: 'fiscal_year'; fiscalYear: number }
  | { precision: 'undecided'; reason: string };

const PRECISIONS = ['day', 'month', 'half', 'fiscal_year', 'undecided'] as const;
type Precision = PromisedDateValue['precision'];
const YEARS_BACK = 1;
const YEARS_AHEAD = 10;

/**
 * A promise's date as exact as it is known: a day, month, half or fiscal year, or undecided with a reason. `value` null:
 * nothing chosen. A `day` with `date` '' and an `undecided` with `reason` '' are unfinished; the screen decides what to save.
 * `today` (ISO) gives the years on offer; fiscal years start in April.
 */
export function PromisedDateField(
  props: FieldWords & {
    value: PromisedDateValue | null;
    onChange: (value: PromisedDateValue | null) => void;
    onBlur?: (event: FocusEvent) => void;
    today: string;
    isHoliday?: (day: string) => boolean;
    disabled?: boolean;
  },
) {
  const t = useTranslations('ui');
  const id = useId();
  const year = Number(props.today.slice(0, 4));
  const month = Number(props.today.slice(5, 7));
  const fiscalYear = month >= 4 ? year : year - 1;
  const { value, onChange, onBlur, disabled } = props;

  const start = (precision: Precision): PromisedDateValue => {
    if (precision === 'day') return { precision, date: '' };
    if (precision === 'month') return { precision, year, month };
    if (precision === 'half') return { precision, fiscalYear, half: month >= 4 && month <= 9 ? 1 : 2 };
    if (precision === 'fiscal_year') return { precision, fiscalYear };
    return { precision, reason: '' };
  };
  const years = (around: number, chosen: number, word: 'date.year' | 'date.fiscalYear') => {
    const from = Math.min(around - YEARS_BACK, chosen);
    const length = Math.max(around + YEARS_AHEAD, chosen) - from + 1;
    return Array.from({ length }, (_, index) => ({
      value: String(from + index),
      label: t(word, { year: String(from + index) }),
    }));
  };

  return (
    <fieldset disabled={disabled}>
      <legend className={props.hideLabel ? 'vh' : 'l'}>
        {props.label} <RequiredMark required={props.required} />
      </legend>
      <Hint id={id} hint={props.hint} />
      <div className="pd">
        <Select
          label={t('promised.precision')}
          hideLabel
          value={value?.precision ?? ''}
          placeholder={t('promised.choose')}
          options={PRECISIONS.map((precision) => ({ value: precision, label: t(`promised.${precision}`) }))}
          onChange={(event) => {
            const chosen = PRECISIONS.find((precision) => precision === event.target.value);
            onChange(chosen ? start(chosen) : null);
          }}
          onBlur={onBlur}
        />
        {value?.precision === 'day' ? (
          <DateField
            label={t('promised.day')}
            hideLabel
            value={value.date}
            today={props.today}
            isHoliday={props.isHoliday}
            onChange={(date) => onChange({ precision: 'day', date })}
            onBlur={onBlur}
          />
        ) : null}
        {value?.precision === 'month' ? (
          <div className="pd-v">
            <Select
              label={t('promised.year')}
              hideLabel
              value={String(value.year)}
              options={years(year, value.year, 'date.year')}
              onChange={(event) => onChange({ ...value, year: Number(event.target.value) })}
              onBlur={onBlur}
            />
            <Select
              label={t('promised.month')}
              hideLabel
              value={String(value.month)}
              options={Array.from({ length: 12 }, (_, index) => ({
                value: String(index + 1),
                label: t('date.monthOf', { month: index + 1 }),
              }))}
              onChange={(event) => onChange({ ...value, month: Number(event.target.value) })}
              onBlur={onBlur}
            />
          </div>
        ) : null}
        {value?.precision === 'half' || value?.precision === 'fiscal_year' ? (
          <div className="pd-v">
            <Select
              label={t('promised.fiscal_year')}
              hideLabel
              value={String(value.fiscalYear)}
              options={years(fiscalYear, value.fiscalYear, 'date.fiscalYear')}
              onChange={(event) => onChange({ ...value, fiscalYear: Number(event.target.value) })}
              onBlur={onBlur}
            />
            {value.precision === 'half' ? (
              <Select
                label={t('promised.half')}
                hideLabel
                value={String(value.half)}
                options={[
                  { value: '1', label: t('date.firstHalf') },
                  { value: '2', label: t('date.secondHalf') },
                ]}
                onChange={(event) => onChange({ ...value, half: event.target.value === '1' ? 1 : 2 })}
                onBlur={onBlur}
              />
            ) : null}
          </div>
        ) : null}
        {value?.precision === 'undecided' ? (
          <TextInput
            label={t('promised.reason')}
            hideLabel
            placeholder={t('promised.reason')}
            value={value.reason}
            onChange={(event) => onChange({ precision: 'undecided', reason: event.target.value })}
            onBlur={onBlur}
          />
        ) : null}
      </div>
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}
