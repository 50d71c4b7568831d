import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Section } from '@/ui/section';
import { TextInput } from '@/ui/text-input';
import { CLOCK, readDays, readWhole } from './read-rules';
import type { Settings } from './settings-data';

const NUMBERS = [
  ['defaultDueBusinessDays', 1, 120],
  ['idleMinutes', 5, 240],
  ['retentionYears', 1, 30],
] as const;
const DAYS = ['reminderDays', 'overdueDays'] as const;
const MAX_GRADES = 8;

type NumberField = (typeof NUMBERS)[number][0];
type Typed = Record<NumberField | (typeof DAYS)[number] | 'grades', string>;

const gradesOf = (typed: string) =>
  typed
    .split(/[,\u3001\uff0c]/u)
    .map((grade) => grade.trim())
    .filter((grade) => grade !== '');

const isWhole = (typed: Typed): boolean =>
  NUMBERS.every(([field, min, max]) => readWhole(typed[field], min, max) !== null) &&
  DAYS.every((field) => readDays(typed[field]) !== null) &&
  gradesOf(typed.grades).length <= MAX_GRADES;

/**
 * Dates, times and limits that new campaigns and sessions start from. What can't be read stays as it was typed, with a
 * sentence at its field; `onChange` tells what can be, and `whole` whether that is all of it.
 */
export function HouseRules(props: { settings: Settings; onChange: (part: Partial<Settings>, whole: boolean) => void }) {
  const { settings } = props;
  const t = useTranslations('people.settings');
  const [typed, setTyped] = useState<Typed>({
    defaultDueBusinessDays: String(settings.defaultDueBusinessDays),
    idleMinutes: String(settings.idleMinutes),
    retentionYears: String(settings.retentionYears),
    reminderDays: settings.reminderDays.join(', '),
    overdueDays: settings.overdueDays.join(', '),
    grades: settings.grades.join(', '),
  });
  const type = <F extends keyof Typed>(field: F, text: string, value: Settings[F] | null) => {
    const next = { ...typed, [field]: text };
    setTyped(next);
    props.onChange(value === null ? {} : { [field]: value }, isWhole(next));
  };
  return (
    <Section id="rules" title={t('rules')} className="mt24">
      <div className="nm">
        <TextInput
          label={t('closingTime')}
          hint={t('closingTimeHint')}
          inputMode="numeric"
          maxLength={5}
          value={settings.closingTime}
          error={CLOCK.test(settings.closingTime) ? undefined : t('closingTimeWrong')}
          onChange={(event) => props.onChange({ closingTime: event.target.value.normalize('NFKC') }, isWhole(typed))}
        />
        {NUMBERS.map(([field, min, max]) => (
          <TextInput
            key={field}
            label={t(field)}
            hint={t(field === 'retentionYears' ? 'retentionHint' : 'between', { min, max })}
            inputMode="numeric"
            maxLength={6}
            value={typed[field]}
            error={readWhole(typed[field], min, max) === null ? t('numberWrong', { min, max }) : undefined}
            onChange={(event) => type(field, event.target.value, readWhole(event.target.value, min, max))}
          />
        ))}
        {DAYS.map((field) => (
          <TextInput
            key={field}
            label={t(field)}
            hint={t('daysHint')}
            inputMode="numeric"
            value={typed[field]}
            error={readDays(typed[field]) === null ? t('daysWrong') : undefined}
            onChange={(event) => type(field, event.target.value, readDays(event.target.value))}
          />
        ))}
        <TextInput
          label={t('grades')}
          hint={t('gradesHint')}
          value={typed.grades}
          error={gradesOf(typed.grades).length > MAX_GRADES ? t('gradesWrong', { max: MAX_GRADES }) : undefined}
          onChange={(event) => type('grades', event.target.value, gradesOf(event.target.value))}
        />
      </div>
    </Section>
  );
}
