import { z } from 'zod';
import { calendarDateSchema } from './calendar-date';

/**
 * One wave of a campaign（送付の回）: its links leave on `sendOn` at 09:00 (null: on launch day, or the next bank business
 * day) and it answers until `dueDate`, both in Asia/Tokyo. Targets name their wave by its place, from 1.
 */
export const waveSchema = z.strictObject({ sendOn: calendarDateSchema.nullable(), dueDate: calendarDateSchema });
export type Wave = z.output<typeof waveSchema>;

export const MAX_WAVES = 12;
