import { appendFileSync } from 'node:fs';
import type { JobHandlers } from './dispatch';
import { openQueue } from './queue';

/** A worker that takes a job, writes its id to a file and then hangs until it is killed. For the kill test only. */
const [target, startedFile] = process.argv.slice(2);
if (!target || !startedFile) throw new Error('usage: doomed-worker.fixture.ts <target as JSON> <file>');

const hang = async (id: string): Promise<void> => {
  appendFileSync(startedFile, `${id}\n`);
  await new Promise((resolve) => setTimeout(resolve, 600_000));
};
const handlers: JobHandlers = {
  'mail.send': ({ mailId }) => hang(mailId),
  'code.send': ({ codeId }) => hang(codeId),
  'campaign.launch': ({ campaignId }) => hang(campaignId),
  'campaign.sweep': ({ campaignId }) => hang(campaignId),
  'export.make': ({ exportId }) => hang(exportId),
  'import.work': ({ importId }) => hang(importId),
  'organisation.mail': ({ joiningId }) => hang(joiningId),
  sweep: () => hang('sweep'),
  'files.sweep': () => hang('files.sweep'),
};

const report = { failed: () => undefined, trouble: (error: Error) => process.stderr.write(`${error.message}\n`) };
const queue = await openQueue(JSON.parse(target), report);
queue.work(handlers, { concurrency: 1 });
