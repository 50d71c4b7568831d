import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mailer, type OutgoingMail, smtpMailer, UnsafeMail } from './mailer';

interface Taken {
  from: string;
  recipients: string[];
  raw: string;
}

const taken: Taken[] = [];
let server: SMTPServer;
let mailer: Mailer;

const MAIL: OutgoingMail = {
  from: { name: 'あおば銀行 リスク統括部', address: 'tenken@aoba-bank.example' },
  to: { name: '田中 涼', address: 'tanaka@mirai.example' },
  replyTo: { name: '', address: 'risk@aoba-bank.example' },
  subject: '【要対応】API接続先 定期点検へのご回答のお願い（回答期限 2026年12月25日(金) 17:00）',
  text: '本文です。\nhttps://tenken.example/r/abc',
  html: '<p>本文です。</p>',
  messageId: '<01890a5d-ac96-774b-bcce-b302099a8057@tenken.invalid>',
};

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('gone')) return done(Object.assign(new Error(`no ${address}`), { responseCode: 550 }));
      if (address.startsWith('later')) return done(Object.assign(new Error(`later ${address}`), { responseCode: 451 }));
      return done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          recipients: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`);
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  taken.length = 0;
});

describe('the mailer', () => {
  it('hands over exactly what was asked, with the given Message-ID', async () => {
    expect(await mailer.send(MAIL)).toEqual({ accepted: true });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ from: 'tenken@aoba-bank.example', recipients: ['tanaka@mirai.example'] });
    const parsed = await simpleParser(taken[0]?.raw ?? '');
    expect(parsed.subject).toBe(MAIL.subject);
    expect(parsed.messageId).toBe(MAIL.messageId);
    expect(parsed.text?.trim()).toBe(MAIL.text);
    expect(parsed.html).toContain('本文です。');
    expect(parsed.from?.value).toEqual([{ name: 'あおば銀行 リスク統括部', address: 'tenken@aoba-bank.example' }]);
    expect(parsed.replyTo?.text).toBe('risk@aoba-bank.example');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each([
    ['a second recipient in the address', { to: { name: '', address: 'a@x.example, b@y.example' } }],
    ['a line break in the address', { to: { name: '', address: 'a@x.example\r\nBcc: b@y.example' } }],
    ['SMTP in the address', { to: { name: '', address: 'a@x.example>\r\nRCPT TO:<b@y.example' } }],
    ['a quoted local part', { to: { name: '', address: '"a@y.example"@x.example' } }],
    ['a group', { to: { name: '', address: 'all:a@x.example,b@y.example;' } }],
    ['letters outside ASCII', { to: { name: '', address: 'たなか@x.example' } }],
    ['full-width letters', { to: { name: '', address: 'ａ@x.example' } }],
    ['a line break in the name', { to: { name: '田中\r\nBcc: b@y.example', address: 'a@x.example' } }],
    ['a line break in the subject', { subject: '点検\r\nBcc: b@y.example' }],
    ['a line separator in the subject', { subject: '点検\u2028Bcc: b@y.example' }],
    ['a NUL in the subject', { subject: '点検\u0000' }],
    ['a line break in Reply-To', { replyTo: { name: '', address: 'a@x.example\nBcc: b@y.example' } }],
    ['a line break in the Message-ID', { messageId: '<a@x>\r\nBcc: b@y.example' }],
    ['a line break in a header', { headers: { 'X-Tenken-Kind': 'a\r\nBcc: b@y.example' } }],
    ['a header that adds recipients', { headers: { Bcc: 'b@y.example' } }],
    ['a line break in a header’s name', { headers: { 'X-A\r\nBcc': 'b@y.example' } }],
  ] satisfies [string, Partial<OutgoingMail>][])('refuses %s before it talks to the server', async (_what, change) => {
    await expect(mailer.send({ ...MAIL, ...change })).rejects.toBeInstanceOf(UnsafeMail);
    expect(taken).toEqual([]);
  });

  it('sends a name full of address syntax to the intended recipient only', async () => {
    const name = 'b@y.example>, "c" <c@z.example>; d@w.example';
    await mailer.send({ ...MAIL, to: { name, address: 'tanaka@mirai.example' } });
    expect(taken[0]?.recipients).toEqual(['tanaka@mirai.example']);
  });

  it('tells a refusal for good from one that is worth another try, and repeats no address', async () => {
    expect(await mailer.send({ ...MAIL, to: { name: '', address: 'gone@mirai.example' } })).toEqual({
      permanentFailure: { code: '550' },
    });
    const later = mailer.send({ ...MAIL, to: { name: '', address: 'later@mirai.example' } });
    await expect(later).rejects.toThrow(/451/);
    await expect(later).rejects.not.toThrow(/mirai/);
    expect(taken).toEqual([]);
  });

  it('throws when no server answers', async () => {
    const lost = smtpMailer('smtp://127.0.0.1:1');
    await expect(lost.send(MAIL)).rejects.toThrow(/did not take the mail/);
    lost.close();
  });
});
