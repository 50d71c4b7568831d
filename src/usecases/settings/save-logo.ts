import { z } from 'zod';
import { MAX_LOGO_BYTES, MAX_LOGO_SIDE, pictureOf } from '@/domain/picture';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeProfile } from './change-profile';

/** Room for the largest logo in base64. */
const MAX_CODED = Math.ceil(MAX_LOGO_BYTES / 3) * 4 + 4;

/** The bank's logo: a PNG or JPEG by what its bytes are, not by what it is called. Null takes it away. */
export const saveLogo = command({
  audience: 'bank',
  action: 'settings.saveLogo',
  input: z.strictObject({
    content: z.base64().max(MAX_CODED, { error: 'logo-unfit' }).nullable(),
    version: z.int().min(1),
  }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { content, version }) {
    const logo = content === null ? null : new Uint8Array(Buffer.from(content, 'base64'));
    const picture = logo === null ? null : pictureOf(logo);
    if (logo !== null) {
      const sides = picture ? [picture.width, picture.height] : [];
      const fits = sides.length > 0 && sides.every((side) => side > 0 && side <= MAX_LOGO_SIDE);
      if (!fits || logo.length > MAX_LOGO_BYTES) {
        throw new Refusal('logo-unfit', { kilobytes: MAX_LOGO_BYTES / 1024, side: MAX_LOGO_SIDE });
      }
    }
    const place = { now, by: scope.actor };
    const facts = { logo, logoType: picture?.type ?? null };
    const { version: next, event } = await changeProfile(tx, place, version, facts, 'settings.logo_changed');
    return { output: { version: next }, events: [event] };
  },
});
