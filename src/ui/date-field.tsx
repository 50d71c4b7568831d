'use client';
import { Popover } from '@base-ui/react/popover';
import { useFormatter, useTranslations } from 'next-intl';
import { type FocusEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from './button';
import { buttonClass } from './button-class';
import { parseTypedDay } from './calendar-day';
import { describedBy, Field, type FieldWords } from './field';
import { IconCalendar, IconWarn } from './icons';
import { MonthCalendar } from './month-calendar';

export interface DateFieldProps extends FieldWords {
  /** ISO day, '' when none. */
  value: string;
  /** An ISO day, or '' when the field was emptied. Not called for something that is no day: the field says so itself. */
  onChange: (day: string) => void;
  /** The month that the calendar opens at while `value` is '' (ISO day, usually today in the bank's zone). */
  today: string;
  /** The earliest day that may be picked (ISO); typing an earlier one is left to the screen's `error`. */
  min?: string;
  /** Bank holidays: hatched, warned about. Left out: every day is as good as another. */
  isHoliday?: (day: string) => boolean;
  /** The first business day from a holiday on; offered as one press. */
  nextBusinessDay?: (day: string) => string;
  /** Said below a valid day, e.g. 「20営業日後」. */
  after?: ReactNode;
  name?: string;
  onBlur?: (event: FocusEvent) => void;
  disabled?: boolean;
}

/**
 * A day, typed (2026-12-25, 2026/12/25, 20261225, 2026年12月25日) or picked. Shown as 2026年12月25日(金) when not being
 * typed. A bank holiday is accepted by the field but warned about, with the next business day one press away.
 */
export function DateField(props: DateFieldProps) {
  const t = useTranslations('ui');
  const format = useFormatter();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [open, setOpen] = useState(false);
  const whole = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
    });
  useEffect(() => {
    if (props.value) setRefused(false);
  }, [props.value]);

  const settle = () => {
    if (typed !== null) {
      const day = parseTypedDay(typed);
      setRefused(typed.trim() !== '' && day === null && typed !== whole(props.value || props.today));
      if (typed.trim() === '') props.onChange('');
      else if (day !== null) props.onChange(day);
      if (typed.trim() === '' || day !== null) setTyped(null);
    }
  };
  const pick = (day: string) => {
    setTyped(null);
    setRefused(false);
    setOpen(false);
    props.onChange(day);
  };
  const error = props.error ?? (refused ? t('date.notADay') : undefined);
  const onHoliday = props.value !== '' && Boolean(props.isHoliday?.(props.value));

  return (
    <Field {...props} id={id} error={error}>
      <span className="in-end">
        <input
          id={id}
          name={props.name}
          className={`in ${error ? 'err' : ''}`}
          autoComplete="off"
          disabled={props.disabled}
          value={typed ?? (props.value ? whole(props.value) : '')}
          placeholder={t('date.placeholder')}
          aria-required={props.required === true || undefined}
          aria-invalid={error ? true : undefined}
          data-unreadable={refused || undefined}
          aria-describedby={describedBy(id, { hint: props.hint, error })}
          onChange={(event) => {
            setTyped(event.target.value);
            // Told at once, so that what is said below the field doesn't move the page when the field is left.
            const day = parseTypedDay(event.target.value);
            if (day !== null) props.onChange(day);
          }}
          onKeyDown={(event) => event.key === 'Enter' && settle()}
          onBlur={(event) => {
            settle();
            props.onBlur?.(event);
          }}
        />
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger className={buttonClass('neutral', 'md', true)} disabled={props.disabled}>
            <IconCalendar />
            <span className="vh">{t('date.open')}</span>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner sideOffset={4} align="end" className="pop-at">
              <Popover.Popup className="pop" aria-label={t('date.open')}>
                <MonthCalendar
                  value={props.value}
                  openAt={props.today}
                  min={props.min}
                  isHoliday={props.isHoliday}
                  onPick={pick}
                />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      </span>
      {onHoliday ? (
        <div className="row mt4" role="status">
          <span className="st warn">
            <IconWarn />
            {t('date.isHoliday')}
          </span>
          {props.nextBusinessDay ? (
            <Button size="sm" onClick={() => pick(props.nextBusinessDay?.(props.value) ?? props.value)}>
              {t('date.useNextBusinessDay', { day: whole(props.nextBusinessDay(props.value)) })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {props.after && props.value !== '' ? <p className="mt4">{props.after}</p> : null}
    </Field>
  );
}
