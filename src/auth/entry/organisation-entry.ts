import { z } from 'zod';
import { joinOrganisation as join, organisationOf } from '@/auth/organisations';
import { doneSchema } from './entry.schema';
import { entryCase } from './entry-case';

/** The respondent organisation that the signed-in person belongs to, and who asks them to join one. */
export const myOrganisation = entryCase({
  action: 'entry.myOrganisation',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    organisation: z.strictObject({ name: z.string() }).nullable(),
    invitations: z.array(
      z.strictObject({
        joiningId: z.uuid(),
        organisationName: z.string(),
        inviterName: z.string(),
        invitedAt: z.date(),
      }),
    ),
  }),
  run: ({ now, cookies }) => organisationOf(cookies.respondent, now),
});

/** Accepts a member's invitation, by the person who has proved its address. */
export const joinOrganisation = entryCase({
  action: 'entry.joinOrganisation',
  kind: 'command',
  input: z.strictObject({ joiningId: z.uuid() }),
  output: doneSchema,
  async run({ now, cookies }, { joiningId }) {
    await join(cookies.respondent, joiningId, now);
    return { done: true as const };
  },
});
