import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Section } from '@/ui/section';
import { TextInput } from '@/ui/text-input';
import type { Settings } from './settings-data';

const NUMBERS = [
  ['defaultDueBusinessDays', 1, 120],
  ['idleMinutes', 5, 240],
  ['retentionYears', 1, 30],
] as const;

/** HH:MM, whatever clock the browser would show. */
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const daysOf = (typed: string) =>
  typed
    .normalize('NFKC')
    .split(/[\s,\u3001]+/u)
    .map(Number)
    .filter((day) => Number.isInteger(day) && day >= 1 && day <= 60)
    .slice(0, 6);

/** Dates, times and limits that new campaigns and sessions start from. */
export function HouseRules({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}) {
  const t = useTranslations('people.settings');
  const [typed, setTyped] = useState({
    reminderDays: settings.reminderDays.join(', '),
    overdueDays: settings.overdueDays.join(', '),
    grades: settings.grades.join(', '),
  });
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
          onChange={(event) => onChange({ closingTime: event.target.value.normalize('NFKC') })}
        />
        {NUMBERS.map(([field, min, max]) => (
          <TextInput
            key={field}
            label={t(field)}
            hint={t('between', { min, max })}
            type="number"
            min={min}
            max={max}
            value={String(settings[field])}
            onChange={(event) => onChange({ [field]: Math.round(Number(event.target.value)) })}
          />
        ))}
        {(['reminderDays', 'overdueDays'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(field)}
            hint={t('daysHint')}
            inputMode="numeric"
            value={typed[field]}
            onChange={(event) => {
              setTyped({ ...typed, [field]: event.target.value });
              onChange({ [field]: daysOf(event.target.value) });
            }}
            onBlur={() => setTyped({ ...typed, [field]: settings[field].join(', ') })}
          />
        ))}
        <TextInput
          label={t('grades')}
          hint={t('gradesHint')}
          value={typed.grades}
          onChange={(event) => {
            setTyped({ ...typed, grades: event.target.value });
            onChange({
              grades: event.target.value
                .split(/[,\u3001\uff0c]/u)
                .map((grade) => grade.trim())
                .filter((grade) => grade !== ''),
            });
          }}
        />
      </div>
    </Section>
  );
}
