'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from './button';
import { addDays, addMonths, monthWeeks } from './calendar-day';
import { IconChevronLeft, IconChevronRight } from './icons';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month to pick a day from: arrows move by day and week, PageUp/PageDown by month, Home/End to the week's ends.
 * Bank holidays are hatched and can't be picked; days before `min` can't either. `value` '' opens at `openAt`.
 */
export function MonthCalendar(props: {
  value: string;
  openAt: string;
  min?: string;
  isHoliday?: (day: string) => boolean;
  onPick: (day: string) => void;
}) {
  const t = useTranslations('ui');
  const format = useFormatter();
  const [cursor, setCursor] = useState(props.value || props.openAt);
  const grid = useRef<HTMLTableElement>(null);
  const utc = (day: string) => new Date(`${day}T00:00:00Z`);
  const title = format.dateTime(utc(cursor), { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const stopped = (day: string) => Boolean(props.isHoliday?.(day)) || (props.min !== undefined && day < props.min);

  const moveTo = (day: string) => {
    setCursor(day);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    const weekday = utc(cursor).getUTCDay();
    const steps = STEPS[event.key] ?? (event.key === 'Home' ? -weekday : event.key === 'End' ? 6 - weekday : undefined);
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : undefined;
    if (steps === undefined && months === undefined) return;
    event.preventDefault();
    moveTo(months === undefined ? addDays(cursor, steps ?? 0) : addMonths(cursor, months));
  };

  return (
    <div className="cal">
      <div className="row between nowrap">
        <Button
          look="neutral"
          size="sm"
          iconOnly
          icon={<IconChevronLeft />}
          onClick={() => setCursor(addMonths(cursor, -1))}
        >
          {t('date.previousMonth')}
        </Button>
        <b aria-live="polite">{title}</b>
        <Button
          look="neutral"
          size="sm"
          iconOnly
          icon={<IconChevronRight />}
          onClick={() => setCursor(addMonths(cursor, 1))}
        >
          {t('date.nextMonth')}
        </Button>
      </div>
      <table ref={grid}>
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {t(`date.weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKey}>
          {monthWeeks(cursor).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => {
                if (day === null) return <td key={WEEKDAYS[index]} />;
                const holiday = Boolean(props.isHoliday?.(day));
                const name = format.dateTime(utc(day), {
                  timeZone: 'UTC',
                  year: 'numeric',
                  month: 'long',
                  day: 'numeric',
                });
                return (
                  <td key={WEEKDAYS[index]} className={`${holiday ? 'hol' : ''} ${day === props.value ? 'on' : ''}`}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === cursor ? 0 : -1}
                      aria-label={holiday ? t('date.holidayDay', { day: name }) : name}
                      aria-pressed={day === props.value}
                      aria-disabled={stopped(day) || undefined}
                      onClick={() => (stopped(day) ? setCursor(day) : props.onPick(day))}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {props.isHoliday ? <p className="mt8 sub">{t('date.hatched')}</p> : null}
    </div>
  );
}
