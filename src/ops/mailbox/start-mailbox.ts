import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { answer } from './answer';
import { type Message, messageSchema } from './message';

export interface MailboxPlan {
  /** 0: any free port. */
  smtpPort: number;
  httpPort: number;
  /** One JSON line a mail; what it holds already is shown again. Null keeps mail in memory only. */
  file: string | null;
}

export interface Mailbox {
  smtpUrl: string;
  httpUrl: string;
  messages: readonly Message[];
  /** Answers mail to the address with this SMTP code from now on, e.g. 550; null takes it again. */
  fail(address: string, code: number | null): void;
  close(): Promise<void>;
}

/** A mailbox on loopback that takes every mail and passes none on. For the demo and for tests. */
export async function startMailbox(plan: MailboxPlan): Promise<Mailbox> {
  const messages: Message[] = plan.file && existsSync(plan.file) ? readKept(plan.file) : [];
  const failing = new Map<string, number>();

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const code = failing.get(address.toLowerCase());
      if (code === undefined) callback();
      else callback(Object.assign(new Error('refused on request'), { responseCode: code }));
    },
    onData(stream, session, callback) {
      simpleParser(stream, { skipTextToHtml: true })
        .then((mail) => {
          const envelope = session.envelope;
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          const to = envelope.rcptTo.map(({ address }) => address);
          const message = toMessage(messages.length + 1, mail, from, to);
          if (plan.file) appendFileSync(plan.file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
          messages.push(message);
          callback();
        })
        .catch(callback);
    },
  });
  const fail: Mailbox['fail'] = (address, code) => {
    if (code === null) failing.delete(address.toLowerCase());
    else failing.set(address.toLowerCase(), code);
  };
  const http = createServer((request, response) => answer({ messages, fail }, request, response));

  // A client that goes away in mid-sentence is no trouble of the mailbox's; trouble in listening is thrown below.
  smtp.on('error', () => undefined);
  const smtpPort = await listening(smtp.server, () => smtp.listen(plan.smtpPort, '127.0.0.1'));
  const httpPort = await listening(http, () => http.listen(plan.httpPort, '127.0.0.1'));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    httpUrl: `http://localhost:${httpPort}`,
    messages,
    fail,
    async close() {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => smtp.close(() => done())),
        new Promise<void>((done) => http.close(() => done())),
      ]);
    },
  };
}

function listening(server: Server, listen: () => unknown): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.once('listening', () => done((server.address() as AddressInfo).port));
    listen();
  });
}

/** What the file holds; a line that a crash cut short is left out, and closed so that the next one stands alone. */
function readKept(file: string): Message[] {
  const text = readFileSync(file, 'utf8');
  if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n');
  return text.split('\n').flatMap((line) => {
    const kept = messageSchema.safeParse(parsedOrNull(line));
    return kept.success ? [kept.data] : [];
  });
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function toMessage(id: number, mail: ParsedMail, from: string, to: string[]): Message {
  const headers = Object.fromEntries(
    mail.headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n\s+/g, ' ')
        .trim(),
    ]),
  );
  return {
    id,
    receivedAt: new Date().toISOString(),
    from,
    to,
    headers: {
      ...headers,
      ...(mail.from ? { from: mail.from.text } : {}),
      ...(mail.replyTo ? { 'reply-to': mail.replyTo.text } : {}),
    },
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
  };
}
