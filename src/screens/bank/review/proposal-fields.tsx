'use client';

import { useTranslations } from 'next-intl';
import { isBankBusinessDay, nextBankBusinessDay } from '@/domain/business-day';
import { DateField } from '@/ui/date-field';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import type { Review } from './review-data';

/** What a proposal says beside its summary; '' where nothing is said. */
export interface Terms {
  conditions: string;
  grade: string;
  nextDate: string;
}

export const NO_TERMS: Terms = { conditions: '', grade: '', nextDate: '' };

/** Conditions, the bank's grade where it gives any, and when the next assessment is wanted. */
export function TermsFields(props: { head: Review['head']; terms: Terms; onChange: (terms: Terms) => void }) {
  const t = useTranslations('bank.review.actions');
  const { head, terms, onChange } = props;
  return (
    <>
      <TextArea
        label={t('conditions')}
        hint={t('conditionsHint')}
        rows={2}
        maxLength={4000}
        value={terms.conditions}
        onChange={(event) => onChange({ ...terms, conditions: event.target.value })}
      />
      {head.grades.length > 0 ? (
        <Select
          label={t('grade')}
          required
          placeholder={t('chooseGrade')}
          options={head.grades.map((grade) => ({ value: grade, label: grade }))}
          value={terms.grade}
          onChange={(event) => onChange({ ...terms, grade: event.target.value })}
        />
      ) : null}
      <DateField
        label={t('nextDate')}
        value={terms.nextDate}
        today={head.today}
        isHoliday={(day) => !isBankBusinessDay(day)}
        nextBusinessDay={nextBankBusinessDay}
        onChange={(nextDate) => onChange({ ...terms, nextDate })}
      />
    </>
  );
}
