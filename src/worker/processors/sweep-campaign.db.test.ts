import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { round } from '@/db/schema/review';
import type { AssessmentState } from '@/domain/assessment-state';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import { foundTestBank, launchTestCampaign, type TestBank } from '@/usecases/testing/bank-fixture';
import { mailsOf, type TestBench, testBench } from '../bench.fixture';
import { sweepCampaign } from './sweep-campaign';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;
let campaignId: string;
let first: string;
/** Friday 27 November 2026, 10:00 in Tokyo. Due on Friday 25 December: reminders on 11 and 22 December. */
const LAUNCH = new Date('2026-11-27T01:00:00Z');
const ADDRESS = 'contact1@aoba-vendor.example';
/** A time of day in Tokyo. */
const at = (date: string, time: string) => new Date(`${date}T${time}:00+09:00`);

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench(LAUNCH);
  const launched = await launchTestCampaign(bank, bench.outside);
  campaignId = launched.campaignId;
  first = launched.assessmentIds[0] ?? '';
  await bench.drain();
  return () => bench.end();
});

const sweepAt = async (instant: Date) => {
  bench.outside.clock.moveTo(instant);
  await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
};
const rows = async () => (await mailsOf(bank, first)).filter((row) => row.kind !== 'invitation');
const told = async () => (await rows()).map((row) => `${row.occasion.split(':').slice(0, 2).join(' ')} ${row.state}`);

async function move(state: AssessmentState, dueDate?: string): Promise<void> {
  await bank.system.transaction(async (tx) => {
    const [row] = await tx
      .update(assessment)
      .set({ state, ...(dueDate && { dueDate }) })
      .where(eq(assessment.id, first))
      .returning();
    if (!row) throw new Error('no assessment');
    await recordRevisions(tx, { now: bench.outside.clock.now(), by: { kind: 'system' } }, [
      { noun: 'assessment', row, campaignId, assessmentId: first },
    ]);
  });
}

async function submit(state: 'submitted' | 'returned' = 'submitted'): Promise<string> {
  const id = newId();
  await bank.system.transaction((tx) =>
    tx.insert(round).values({
      tenantId: bank.tenantId,
      id,
      campaignId,
      assessmentId: first,
      number: 1,
      state,
      submittedAt: bench.outside.clock.now(),
      submittedBy: { kind: 'respondent', id: newId(), name: '田中 涼', department: '情報セキュリティ室' },
      submitterName: '田中 涼',
      submitterTitle: '室長',
      receiptHash: 'a'.repeat(64),
      afterDue: 'in_time',
    }),
  );
  await move(state);
  return id;
}

describe('reminders', () => {
  it('go out on their day at nine, each once', async () => {
    await sweepAt(at('2026-12-11', '08:59'));
    expect(await rows()).toEqual([]);
    await sweepAt(at('2026-12-11', '09:00'));
    expect(await told()).toEqual(['reminder 1 planned']);
    await bench.drain();
    await sweepAt(at('2026-12-11', '09:01'));
    expect(await told()).toEqual(['reminder 1 sent']);
    const [, reminder] = bench.arrived(ADDRESS);
    expect(reminder?.subject).toContain('【リマインド】');
    expect(reminder?.text).toContain('54');
  });

  it('are planned once by two sweeps at once', async () => {
    await Promise.all([sweepAt(at('2026-12-11', '09:00')), sweepAt(at('2026-12-11', '09:00'))]);
    expect(await told()).toEqual(['reminder 1 planned']);
    expect(bench.outside.wakes).toHaveLength(1);
  });

  it('are left out, on record, while the address takes no mail, and go on once the bank says that it does', async () => {
    const contact = async (set: { bouncedAt?: Date | null; address?: string }) =>
      bank.system.transaction((tx) => tx.update(vendorContact).set(set));
    await contact({ bouncedAt: LAUNCH });
    await sweepAt(at('2026-12-11', '09:00'));
    expect(await told()).toEqual(['reminder 1 skipped']);
    await contact({ bouncedAt: null });
    await sweepAt(at('2026-12-22', '09:00'));
    // Found out between planning and sending.
    await contact({ bouncedAt: LAUNCH });
    await bench.drain();
    expect(await told()).toEqual(['reminder 1 skipped', 'reminder 2 skipped']);
    // The register holds another address by now; the link that is out still names the dead one.
    await contact({ bouncedAt: null, address: 'right@aoba-vendor.example' });
    const [sent] = await mailsOf(bank, first);
    await bank.system.transaction((tx) =>
      tx
        .update(mail)
        .set({ state: 'failed', failure: '550' })
        .where(eq(mail.id, sent?.id ?? '')),
    );
    await sweepAt(at('2026-12-28', '09:00'));
    expect((await told()).at(-1)).toBe('overdue 1 skipped');
    expect(bench.arrived(ADDRESS)).toHaveLength(1);
    await contact({ address: ADDRESS });
    await sweepAt(at('2027-01-06', '09:00'));
    expect((await told()).at(-1)).toBe('overdue 2 planned');
  });

  it('do not go to somebody who has handed in', async () => {
    await move('submitted');
    await sweepAt(at('2026-12-11', '09:00'));
    expect(await rows()).toEqual([]);
  });

  it('are taken back when the answers come between planning and sending', async () => {
    await sweepAt(at('2026-12-11', '09:00'));
    await move('submitted');
    await bench.drain();
    expect(await told()).toEqual(['reminder 1 cancelled']);
    expect(bench.arrived(ADDRESS)).toHaveLength(1);
  });

  it('are cancelled by the sweep when nobody owes anything any more', async () => {
    await sweepAt(at('2026-12-11', '09:00'));
    bench.outside.wakes.length = 0;
    await move('submitted');
    await sweepAt(at('2026-12-11', '09:01'));
    expect(await told()).toEqual(['reminder 1 cancelled']);
  });

  it('come as one when the worker rested for days', async () => {
    await sweepAt(at('2026-12-12', '03:00'));
    expect(await told()).toEqual(['reminder 1 planned']);
    const [late] = await rows();
    // A Saturday, at night: it leaves on Monday morning.
    expect(late?.dueAt).toEqual(at('2026-12-14', '09:00'));
    await sweepAt(at('2026-12-28', '10:00'));
    expect(await told()).toEqual(['reminder 1 planned', 'reminder 2 skipped', 'overdue 1 planned']);
    await bench.drain();
    const due = (await rows()).filter((row) => row.state === 'planned');
    for (const row of due) {
      bench.outside.wakes.push({ kind: 'mail.send', payload: { tenantId: bank.tenantId, mailId: row.id } });
    }
    await bench.drain();
    expect(await told()).toEqual(['reminder 1 skipped', 'reminder 2 skipped', 'overdue 1 sent']);
    expect(bench.arrived(ADDRESS)).toHaveLength(2);
  });

  it('rest while the campaign rests', async () => {
    const change = (action: 'pause' | 'resume') =>
      changeCampaignState(bench.outside, bank.members.operator, { campaignId, action, reason: '' });
    await change('pause');
    await sweepAt(at('2026-12-11', '09:00'));
    expect(await rows()).toEqual([]);
    await change('resume');
    await sweepAt(at('2026-12-15', '10:00'));
    await bench.drain();
    expect(await told()).toEqual(['reminder 1 sent']);
  });

  it('follow a new due date, and none is made up for', async () => {
    bench.outside.clock.moveTo(at('2026-12-10', '12:00'));
    await move('answering', '2026-12-18');
    await sweepAt(at('2026-12-10', '12:01'));
    await bench.drain();
    expect((await rows()).map((row) => `${row.kind} ${row.state}`)).toEqual(['due_date_changed sent']);
    const changed = bench.arrived(ADDRESS).at(-1);
    expect(changed?.subject).toContain('【期限変更】');
    expect(changed?.text).toContain('12月25日');
    await sweepAt(at('2026-12-11', '09:00'));
    expect(await rows()).toHaveLength(1);
    await sweepAt(at('2026-12-15', '09:00'));
    await bench.drain();
    expect((await rows()).map((row) => `${row.kind} ${row.state}`)).toEqual(['due_date_changed sent', 'reminder sent']);
  });
});

describe('mails about a round', () => {
  it('go to the vendor and to the person in charge, each once', async () => {
    await submit();
    const noon = at('2026-12-01', '12:00');
    await Promise.all([sweepAt(noon), sweepAt(noon)]);
    await bench.drain();
    await sweepAt(noon);
    expect((await rows()).map((row) => `${row.kind} ${row.address} ${row.state}`).sort()).toEqual([
      `receipt ${ADDRESS} sent`,
      'submitted_notice operator@aoba.example sent',
    ]);
    expect(bench.arrived(ADDRESS).at(-1)?.subject).toContain('【受領】');
    const [notice] = bench.arrived('operator@aoba.example');
    expect(notice?.text).toContain(`http://localhost:3000/campaigns/${campaignId}/assessments/${first}`);
    expect(notice?.text).not.toContain('respond#');
  });

  it('tell of a return once, and not of its due date besides', async () => {
    bench.outside.clock.moveTo(at('2026-12-01', '12:00'));
    await submit('returned');
    await move('submitted');
    await move('returned', '2026-12-28');
    await sweepAt(at('2026-12-01', '12:00'));
    await sweepAt(at('2026-12-01', '12:01'));
    expect((await rows()).map((row) => row.kind).sort()).toEqual(['receipt', 'return', 'submitted_notice']);
  });

  it('tell a vendor of a withdrawal, and of nothing else afterwards', async () => {
    await move('withdrawn');
    await sweepAt(at('2026-12-11', '09:00'));
    await sweepAt(at('2026-12-28', '09:00'));
    await bench.drain();
    expect((await rows()).map((row) => `${row.kind} ${row.state}`)).toEqual(['withdrawn sent']);
  });
});
