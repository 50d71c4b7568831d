import { describe, expect, it } from 'vitest';
import { jobSchema, subjectOf } from './job';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a job', () => {
  it('has a stable subject without a colon, which BullMQ refuses', () => {
    const job = jobSchema.parse({ kind: 'mail.send', payload: { tenantId: ID, mailId: ID } });
    expect(subjectOf(job)).toBe(`mail.send_${ID}_${ID}`);
    expect(subjectOf(job)).not.toContain(':');
    expect(subjectOf({ kind: 'sweep', payload: {} })).toBe('sweep');
  });

  it('is refused when its kind is unknown or its payload is anything but ids', () => {
    expect(jobSchema.safeParse({ kind: 'mail.forge', payload: {} }).success).toBe(false);
    expect(jobSchema.safeParse({ kind: 'code.send', payload: { codeId: 'tanaka@mirai.example' } }).success).toBe(false);
  });

  it('is read by an older worker when a newer one has added a field', () => {
    const job = jobSchema.parse({ kind: 'code.send', payload: { codeId: ID, addedLater: 1 } });
    expect(job.payload).toEqual({ codeId: ID });
  });
});
