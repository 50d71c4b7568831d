import { expect } from '@playwright/test';
import { type Message, messageSchema } from '@/ops/mailbox/message';

const shown = (address: string) =>
  `${process.env.E2E_MAILBOX_URL}/api/messages?${new URLSearchParams({ to: address })}`;

/** Every mail that arrived at an address, newest first. */
export async function mailsTo(address: string): Promise<Message[]> {
  const { messages } = (await (await fetch(shown(address))).json()) as { messages: unknown[] };
  return messages.map((message) => messageSchema.parse(message));
}

/** The newest mail to an address whose subject begins with `subject`, and which is newer than message `after`. */
export async function mailTo(address: string, subject: string, after = 0): Promise<Message> {
  const find = async () =>
    (await mailsTo(address)).find((message) => message.id > after && message.subject.startsWith(subject));
  await expect.poll(find, { message: `a mail ${subject} to ${address}`, timeout: 90_000 }).toBeTruthy();
  const found = await find();
  if (!found) throw new Error('the mailbox lost a mail');
  return found;
}

/** The last message's number, to tell older mails from the one that is waited for; 0 for an empty box. */
export async function lastMailTo(address: string): Promise<number> {
  return (await mailsTo(address))[0]?.id ?? 0;
}

/** The six digits of a code mail. */
export function codeIn({ text }: Message): string {
  const digits = /(?<!\d)(\d{3}) (\d{3})(?!\d)/.exec(text);
  if (!digits) throw new Error('the mail holds no code');
  return `${digits[1]}${digits[2]}`;
}

/** The link of an invitation or reminder. */
export function linkIn({ text }: Message): string {
  const link = /https?:\/\/\S+\/respond#\S+/.exec(text);
  if (!link) throw new Error('the mail holds no link');
  return link[0];
}
