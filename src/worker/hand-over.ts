import { type MailAddress, UnsafeMail } from '@/adapters/mailer';
import type { MailData } from '@/mails/mail-data';
import { renderMail } from '@/mails/render-mail';
import type { Workbench } from './workbench';

export type MailResult = { kind: 'sent' } | { kind: 'failed'; code: string } | { kind: 'retry' };
/** `error` says why it is to be tried again; null otherwise. */
export interface HandedOver {
  result: MailResult;
  error: Error | null;
}

/** Renders a mail and gives it to SMTP. Never throws: whatever happened is for the row to keep. */
export async function handOver(
  { mailer }: Workbench,
  compose: () => Promise<{
    from: MailAddress;
    to: MailAddress;
    replyTo: MailAddress;
    messageId: string;
    data: MailData;
  }>,
): Promise<HandedOver> {
  try {
    const { data, ...envelope } = await compose();
    const answer = await mailer.send({ ...envelope, ...renderMail(data) });
    const failed = 'permanentFailure' in answer ? answer.permanentFailure : null;
    return { result: failed ? { kind: 'failed', code: failed.code } : { kind: 'sent' }, error: null };
  } catch (error) {
    // What may never reach SMTP won't be safer at the next try.
    if (error instanceof UnsafeMail) return { result: { kind: 'failed', code: 'unsafe' }, error: null };
    return { result: { kind: 'retry' }, error: error instanceof Error ? error : new Error('a mail was not sent') };
  }
}
