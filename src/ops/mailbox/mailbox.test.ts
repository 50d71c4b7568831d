import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messageSchema } from './message';
import { linkedText, safeText } from './page';
import { type Mailbox, startMailbox } from './start-mailbox';

const list = z.object({ messages: z.array(messageSchema) });

describe('the local mailbox', () => {
  let folder: string;
  let mailbox: Mailbox;
  const open = () => startMailbox({ smtpPort: 0, httpPort: 0, file: join(folder, 'mail.jsonl') });
  const send = (to: string, subject: string, text: string) =>
    createTransport(mailbox.smtpUrl).sendMail({ from: '点検 <tenken@example.jp>', to, subject, text });
  const read = async (to: string) =>
    list.parse(await (await fetch(`${mailbox.httpUrl}/api/messages?to=${encodeURIComponent(to)}`)).json()).messages;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
    mailbox = await open();
  });
  afterEach(async () => {
    await mailbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives a recipient’s mails, newest first, with Japanese whole', async () => {
    await send('a@example.jp', '【要対応】一通目', '本文です。𠮷');
    await send('A@example.jp', '二通目', '二');
    await send('b@example.jp', '別の宛先', '三');
    const mails = await read('a@example.jp');
    expect(mails.map(({ subject }) => subject)).toEqual(['二通目', '【要対応】一通目']);
    expect(mails[1]?.text).toContain('本文です。𠮷');
    expect(mails[1]?.headers.from).toContain('点検');
  });

  it('keeps what it took over a restart, a half-written line aside', async () => {
    await send('a@example.jp', '残るもの', '本文');
    await mailbox.close();
    appendFileSync(join(folder, 'mail.jsonl'), '{"id":2,"rec');
    mailbox = await open();
    expect((await read('a@example.jp')).map(({ subject }) => subject)).toEqual(['残るもの']);
  });

  it('refuses an address for as long as it is told to', async () => {
    const order = (code: number | null) =>
      fetch(`${mailbox.httpUrl}/api/fail`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ address: 'gone@example.jp', code }),
      });
    expect((await order(550)).status).toBe(204);
    await expect(send('gone@example.jp', 'x', 'x')).rejects.toMatchObject({ responseCode: 550 });
    expect((await order(null)).status).toBe(204);
    await expect(send('gone@example.jp', 'x', 'x')).resolves.toBeDefined();
  });

  it('shows a mail as text, whatever it holds', async () => {
    await send('a@example.jp', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>\u202Egpj.exe');
    const page = await (await fetch(`${mailbox.httpUrl}/messages/1`)).text();
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('[U+202E]gpj.exe');
    expect((await fetch(`${mailbox.httpUrl}/messages/2`)).status).toBe(404);
  });

  it('refuses orders that are not JSON, and pages under other names', async () => {
    const form = await fetch(`${mailbox.httpUrl}/api/fail`, { method: 'POST', body: 'address=a' });
    expect(form.status).toBe(400);
  });
});

describe('text with links', () => {
  it('makes a link with its fragment, and ends it before Japanese text', () => {
    expect(linkedText('こちら：http://localhost:3000/respond#abc-_1。次の文')).toBe(
      'こちら：<a href="http://localhost:3000/respond#abc-_1" rel="noreferrer">http://localhost:3000/respond#abc-_1</a>。次の文',
    );
  });

  it('never lets an address break out of its attribute', () => {
    expect(linkedText('http://x/"onmouseover="alert(1)')).not.toContain('"onmouseover');
    expect(linkedText('javascript:alert(1)')).toBe('javascript:alert(1)');
  });

  it('names control characters instead of sending them', () => {
    expect(safeText('a\u0000b\r\n\tc\u2066')).toBe('a[U+0000]b\n\tc[U+2066]');
  });
});
