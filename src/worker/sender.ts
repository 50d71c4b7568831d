import type { MailAddress } from '@/adapters/mailer';

/** MAIL_FROM: a bare address, or "Name <address>". */
export function parseSender(mailFrom: string): MailAddress {
  const named = /^(.*)<([^<>]+)>$/.exec(mailFrom.trim());
  if (!named?.[2]) return { name: '', address: mailFrom.trim() };
  return { name: (named[1] ?? '').trim().replace(/^"(.*)"$/, '$1'), address: named[2].trim() };
}
