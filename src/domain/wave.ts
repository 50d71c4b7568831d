import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from './calendar-date';
import { bankDateOf, instantAt, invitationInstant, SEND_TIME } from './deadline';

/**
 * One wave of a campaign（送付の回）: its links leave on `sendOn` at 09:00 (null: on launch day, or the next bank business
 * day) and it answers until `dueDate`, both in Asia/Tokyo. Targets name their wave by its place, from 1.
 */
export const waveSchema = z.strictObject({ sendOn: calendarDateSchema.nullable(), dueDate: calendarDateSchema });
export type Wave = z.output<typeof waveSchema>;

export const MAX_WAVES = 12;

/** A campaign's waves; one that names none has one, with its own due date. */
export function wavesOf(campaign: { waves: readonly Wave[]; dueDate: CalendarDate }): Wave[] {
  return campaign.waves.length > 0 ? [...campaign.waves] : [{ sendOn: null, dueDate: campaign.dueDate }];
}

/** The due date of a campaign as a whole: its last wave's. */
export function lastDueDate(waves: readonly Wave[]): CalendarDate {
  const last = waves
    .map((wave) => wave.dueDate)
    .toSorted()
    .at(-1);
  if (last === undefined) throw new Error('a campaign has one wave at least');
  return last;
}

/** When a wave's links leave if it is launched at `launch`: never before that, and on bank business days from 09:00. */
export function waveInstant(wave: Wave, launch: Date): Date {
  const earliest = invitationInstant(launch);
  if (wave.sendOn === null) return earliest;
  const wanted = invitationInstant(instantAt(wave.sendOn, SEND_TIME));
  return new Date(Math.max(wanted.getTime(), earliest.getTime()));
}

/** Day 0 of a wave: the launch, or the day its links leave when that was put off. */
export function waveStart(wave: Wave, launch: Date): CalendarDate {
  const launched = bankDateOf(launch);
  if (wave.sendOn === null || wave.sendOn <= launched) return launched;
  return bankDateOf(waveInstant(wave, launch));
}
