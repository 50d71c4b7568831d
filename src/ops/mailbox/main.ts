import { startMailbox } from './start-mailbox';

/** The mailbox as a process of its own: SMTP port, HTTP port, file. */
const [smtpPort, httpPort, file = null] = process.argv.slice(2);
await startMailbox({ smtpPort: Number(smtpPort), httpPort: Number(httpPort), file });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
