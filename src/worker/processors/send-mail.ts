import type { JobPayload } from '@/adapters/queue/dispatch';
import { mintSystemScope } from '@/auth/mint';
import { linkToken } from '@/auth/secrets';
import { bankNameIn } from '@/domain/bank-name';
import type { MailData } from '@/mails/mail-data';
import { claimMail } from '@/usecases/mails/claim-mail';
import { composeMail } from '@/usecases/mails/compose-mail';
import { settleMail } from '@/usecases/mails/settle-mail';
import { handOver } from '../hand-over';
import type { Workbench } from '../workbench';

type SystemScope = ReturnType<typeof mintSystemScope>;

/** One mail: taken, worded, handed to SMTP, settled. Killed in between, the row tells the next worker how far it came. */
export async function sendMail(bench: Workbench, { tenantId, mailId }: JobPayload<'mail.send'>): Promise<void> {
  const { outside, log } = bench;
  const scope = mintSystemScope(tenantId);
  const { attempt } = await claimMail(outside, scope, { mailId });
  if (attempt === null) return;
  const { result, error } = await handOver(bench, () => letterOf(bench, scope, mailId));
  const { state } = await settleMail(outside, scope, { mailId, attempt, result });
  if (error !== null) log.warn({ mail: mailId, attempt, state, err: error }, 'mail not taken');
  else log.info({ mail: mailId, attempt, state }, 'mail settled');
}

/** Where a mail leads: the vendor's own link, the assessment in the bank, or the door of the bank. */
function pathOf(about: {
  invitationId: string | null;
  campaignId: string | null;
  assessmentId: string | null;
}): string {
  if (about.invitationId !== null) return `/respond#${linkToken(about.invitationId)}`;
  if (about.assessmentId === null) return '/sign-in';
  return `/campaigns/${about.campaignId}/assessments/${about.assessmentId}`;
}

async function letterOf({ outside, baseUrl, sender }: Workbench, scope: SystemScope, mailId: string) {
  const { content, to, messageId, ...about } = await composeMail(outside, scope, { mailId });
  const link = baseUrl + pathOf(about);
  const { bank, language } = content;
  const name = bankNameIn(language, bank);
  const data: MailData = content.kind === 'withdrawn' || content.kind === 'copy' ? content : { ...content, link };
  return {
    from: { name, address: sender.address },
    to,
    replyTo: { name, address: bank.replyAddress },
    messageId,
    data,
  };
}
