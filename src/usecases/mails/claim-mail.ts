import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import { mail } from '@/db/schema/record';
import type { EventKind } from '@/domain/event-kinds';
import { isLeftBehind } from '@/domain/mail-retry';
import { decideMail } from '@/domain/mail-rule';
import { command } from '../command';
import { decideMemberMail } from './decide-member-mail';
import { mailStanding } from './mail-standing';
import { isAboutAssessment, requireMail } from './require-mail';

/**
 * Decides again whether a mail still holds, and takes it for sending: of two workers one gets it. One found in the
 * middle of sending after two minutes was left by a crash: it is marked doubtful and goes out once more under its
 * Message-ID; left behind a second time, it stays 送信したか不明 for a person to decide. `attempt` counts the takes.
 */
export const claimMail = command({
  audience: 'system',
  action: 'system.claimMail',
  input: z.strictObject({ mailId: z.uuid() }),
  output: z.strictObject({ attempt: z.int().nullable() }),
  async run({ tx, now }, { mailId }) {
    const row = await requireMail(tx, mailId, true);
    const nothing = { unchanged: { attempt: null } };
    const leftBehind = row.state === 'sending' && isLeftBehind(row.claimedAt, now);
    if (!leftBehind && (row.state !== 'planned' || row.dueAt > now)) return nothing;
    const about = { campaignId: row.campaignId, assessmentId: row.assessmentId, objects: [mailId] };
    const event = (kind: EventKind): EventDraft => ({
      ...about,
      kind,
      payload: { kind: row.kind, attempts: row.attempts },
    });

    if (leftBehind && row.doubtful === 'yes') {
      await tx.update(mail).set({ state: 'uncertain' }).where(eq(mail.id, mailId));
      return { output: { attempt: null }, events: [event('mail.uncertain')] };
    }
    const verdict = isAboutAssessment(row)
      ? decideMail(...(await mailStanding(tx, row, now)))
      : await decideMemberMail(tx, row);
    if (verdict === 'hold' && !leftBehind) return nothing;
    if (verdict !== 'send') {
      // A first copy may be out already, so one that was left behind can't be called unsent.
      const state = leftBehind ? 'uncertain' : verdict === 'skip' ? 'skipped' : 'cancelled';
      await tx
        .update(mail)
        .set({ state, ...(leftBehind && { doubtful: 'yes' as const }) })
        .where(eq(mail.id, mailId));
      return { output: { attempt: null }, events: [event(`mail.${state}`)] };
    }
    const taken = event('mail.sending');
    const attempt = row.attempts + 1;
    await tx
      .update(mail)
      .set({
        state: 'sending',
        claimedAt: now,
        attempts: attempt,
        ...(leftBehind && { doubtful: 'yes' as const }),
      })
      .where(eq(mail.id, mailId));
    return { output: { attempt }, events: leftBehind ? [event('mail.uncertain'), taken] : [taken] };
  },
});
