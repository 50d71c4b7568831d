import { createTransport } from 'nodemailer';
import { addressSchema } from '@/domain/address';

export interface MailAddress {
  /** Shown name; empty for none. */
  name: string;
  /** ASCII. */
  address: string;
}

export interface OutgoingMail {
  from: MailAddress;
  to: MailAddress;
  replyTo: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** With angle brackets; the same at every attempt, so that a second copy is recognised as one. */
  messageId: string;
  headers?: Readonly<Record<string, string>>;
}

/** Refused by the recipient's server for good: SMTP's answer code, e.g. 550. */
export type SendResult = { accepted: true } | { permanentFailure: { code: string } };

export interface Mailer {
  /** Throws {@link UnsafeMail} for what must never reach SMTP, and any other error for what is worth another try. */
  send(mail: OutgoingMail): Promise<SendResult>;
  close(): void;
}

/** A mail whose headers or addresses can't be sent safely (ASVS 1.3.11). The message names the field, not its value. */
export class UnsafeMail extends Error {
  override name = 'UnsafeMail';
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const MESSAGE_ID = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** Headers that decide where a mail goes or what it is; only the fields above set them. */
const OWN_HEADERS =
  /^(?:to|cc|bcc|from|sender|reply-to|return-path|subject|date|message-id|mime-.*|content-.*|resent-.*)$/i;
const CONTROL = /\p{Cc}|[\u2028\u2029]/u;

/** Mail over SMTP: smtp://user:password@host:port, smtps:// for TLS from the start, `?tls=required` for STARTTLS or nothing. */
export function smtpMailer(smtpUrl: string): Mailer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  if (!secure && url.protocol !== 'smtp:') throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: url.searchParams.get('tls') === 'required',
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      requireSafe(mail);
      try {
        await transport.sendMail({
          from: mail.from,
          to: mail.to,
          replyTo: mail.replyTo,
          envelope: { from: mail.from.address, to: [mail.to.address] },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          textEncoding: 'base64',
          headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { accepted: true };
      } catch (error) {
        const { command, code, responseCode } = smtpFault(error);
        const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
        if (aboutThisMail && responseCode !== null && responseCode >= 500) {
          return { permanentFailure: { code: String(responseCode) } };
        }
        // The server's own words carry the address, so only the codes go on.
        throw new Error(`the mail server did not take the mail: ${code} ${command} ${responseCode ?? ''}`.trimEnd());
      }
    },
    close: () => transport.close(),
  };
}

function requireSafe(mail: OutgoingMail): void {
  for (const [field, { name, address }] of Object.entries({ from: mail.from, to: mail.to, replyTo: mail.replyTo })) {
    const parsed = addressSchema.safeParse(address);
    if (!parsed.success || parsed.data !== address.toLowerCase()) throw new UnsafeMail(`unsafe address in ${field}`);
    if (CONTROL.test(name)) throw new UnsafeMail(`control character in the name of ${field}`);
  }
  if (CONTROL.test(mail.subject)) throw new UnsafeMail('control character in the subject');
  if (!MESSAGE_ID.test(mail.messageId)) throw new UnsafeMail('malformed Message-ID');
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!HEADER_NAME.test(name) || OWN_HEADERS.test(name)) throw new UnsafeMail('header not allowed');
    if (CONTROL.test(value)) throw new UnsafeMail('control character in a header');
  }
}

function smtpFault(error: unknown): { command: string; code: string; responseCode: number | null } {
  const fault: { command?: unknown; code?: unknown; responseCode?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return {
    command: typeof fault.command === 'string' ? fault.command : '',
    code: typeof fault.code === 'string' ? fault.code : 'unknown',
    responseCode: typeof fault.responseCode === 'number' ? fault.responseCode : null,
  };
}
