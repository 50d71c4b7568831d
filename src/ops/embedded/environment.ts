import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecrets, type Secrets } from './home';
import { type DatabaseUrls, urlsOf } from './logins';

export const EMBEDDED_DATABASE = 'tenken';

/** What the programs of the embedded product are told; the names are those of .env.example. */
export function embeddedEnvironment(urls: DatabaseUrls, secrets: Secrets, smtpUrl: string, url: string) {
  return {
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    SMTP_URL: smtpUrl,
    TENKEN_SECRET: secrets.tenkenSecret,
    TENKEN_URL: url,
    TENKEN_EMBEDDED: '1',
    MAIL_FROM: process.env.MAIL_FROM || 'Tenken <tenken@tenken.example>',
  };
}

/** The same, read back from the data folder of a product that runs at `url`. */
export function environmentOfRunning(folder: string, url: string) {
  const secrets = keptSecrets({ folder, insteadOf: null });
  const ports = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')) as { postgres: number; smtp: number };
  const urls = urlsOf(`postgres://127.0.0.1:${ports.postgres}`, EMBEDDED_DATABASE, secrets);
  return embeddedEnvironment(urls, secrets, `smtp://127.0.0.1:${ports.smtp}`, url);
}
