'use client';

import { useTranslations } from 'next-intl';
import {
  addBankBusinessDays,
  bankBusinessDaysBetween,
  isBankBusinessDay,
  nextBankBusinessDay,
} from '@/domain/business-day';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';

export interface TypedWave {
  /** '' for the day of the launch. */
  sendOn: string;
  dueDate: string;
}

/** What is wrong with a wave's dates as typed. */
export function waveWrong(wave: TypedWave, today: string): { sendOn?: 'past'; dueDate?: 'missing' | 'past' | 'order' } {
  return {
    ...(wave.sendOn !== '' && wave.sendOn < today && { sendOn: 'past' as const }),
    ...(wave.dueDate === ''
      ? { dueDate: 'missing' as const }
      : wave.dueDate <= today
        ? { dueDate: 'past' as const }
        : wave.sendOn !== '' && wave.dueDate <= nextBankBusinessDay(wave.sendOn)
          ? { dueDate: 'order' as const }
          : {}),
  };
}

/** When one wave's links go out and until when it answers; past days are refused, holidays warned about. */
export function WaveFields(props: {
  wave: TypedWave;
  /** Null where there is one wave alone: then it needs no number. */
  number: number | null;
  targets: number;
  today: string;
  closingTime: string;
  usualDays: number;
  checked: boolean;
  onChange: (wave: TypedWave) => void;
  onRemove: (() => void) | null;
}) {
  const t = useTranslations('bank.campaigns.form');
  const { wave, number, today, usualDays, onChange } = props;
  const wrong = waveWrong(wave, today);
  const start = wave.sendOn === '' ? today : wave.sendOn;
  const suffix = number === null ? '' : t('waveSuffix', { number });
  return (
    <fieldset className="mt16">
      <legend className="l">
        {number === null ? t('oneWave') : t('waveTitle', { number, targets: props.targets })}
      </legend>
      <div className="nm">
        <DateField
          label={`${t('sendOn')}${suffix}`}
          hint={t('sendOnHint')}
          value={wave.sendOn}
          today={today}
          min={today}
          isHoliday={(day) => !isBankBusinessDay(day)}
          nextBusinessDay={nextBankBusinessDay}
          error={props.checked && wrong.sendOn ? t('sendOnPast') : undefined}
          onChange={(sendOn) => onChange({ ...wave, sendOn })}
        />
        <DateField
          label={`${t('dueDate')}${suffix}`}
          hint={t('dueHint', { time: props.closingTime })}
          required
          value={wave.dueDate}
          today={today}
          min={today}
          isHoliday={(day) => !isBankBusinessDay(day)}
          nextBusinessDay={nextBankBusinessDay}
          after={
            wave.dueDate > start
              ? t('businessDaysAhead', { days: bankBusinessDaysBetween(start, wave.dueDate) })
              : undefined
          }
          error={props.checked && wrong.dueDate ? t(`due.${wrong.dueDate}`) : undefined}
          onChange={(dueDate) => onChange({ ...wave, dueDate })}
        />
      </div>
      <p className="row mt8">
        <Button size="sm" onClick={() => onChange({ ...wave, dueDate: addBankBusinessDays(start, usualDays) })}>
          {t('useUsual', { days: usualDays })}
        </Button>
        {props.onRemove ? (
          <Button size="sm" look="neutral" onClick={props.onRemove}>
            {t('removeWave', { number: number ?? 1 })}
          </Button>
        ) : null}
      </p>
    </fieldset>
  );
}
