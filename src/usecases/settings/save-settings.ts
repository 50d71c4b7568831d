import { z } from 'zod';
import { unknownPlaceholder } from '@/domain/mail-texts';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeProfile } from './change-profile';
import { settingsSchema } from './settings.schema';

/**
 * The bank's settings as a whole. They hold from the next request, mail or campaign on; what is launched keeps its own
 * dates. `mail-text-placeholder` names what a mail text can't fill in.
 */
export const saveSettings = command({
  audience: 'bank',
  action: 'settings.save',
  input: settingsSchema.extend({ version: z.int().min(1) }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { version, ...settings }) {
    for (const text of Object.values(settings.mailTexts).flatMap(({ ja, en }) => [ja, en])) {
      const wrong = unknownPlaceholder(text);
      if (wrong !== null) throw new Refusal('mail-text-placeholder', { name: wrong });
    }
    if (new Set(settings.grades).size !== settings.grades.length) throw new Refusal('grades-alike', {});
    const place = { now, by: scope.actor };
    const { version: next, event } = await changeProfile(tx, place, version, settings, 'settings.changed');
    return { output: { version: next }, events: [event] };
  },
});
