import { expect, it } from 'vitest';
import { type JobKind, jobSchema } from '@/domain/job';
import { dispatch, type JobHandlers } from './dispatch';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const PAYLOAD = { tenantId: ID, mailId: ID, codeId: ID, campaignId: ID, exportId: ID, importId: ID, joiningId: ID };
const KINDS = jobSchema.options.map(({ shape }) => shape.kind.value);

it('gives every kind of job that can be asked for to its own handler', async () => {
  const done: JobKind[] = [];
  const handlers = Object.fromEntries(
    KINDS.map((kind) => [kind, async () => void done.push(kind)]),
  ) as unknown as JobHandlers;
  for (const kind of KINDS) await dispatch(handlers, kind, PAYLOAD);
  expect(KINDS.length).toBeGreaterThan(8);
  expect(done).toEqual(KINDS);
});

it('refuses a kind that nobody knows', async () => {
  await expect(dispatch({} as JobHandlers, 'mail.burn', PAYLOAD)).rejects.toThrow();
});
