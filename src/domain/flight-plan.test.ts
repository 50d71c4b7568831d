import { describe, expect, it } from 'vitest';
import { planFlight } from './flight-plan';

const target = (name: string, kinds: ('primary' | 'deputy')[]) => ({
  serviceId: name,
  vendorName: name,
  serviceName: 'API',
  contacts: kinds.map((kind) => ({ name: `${name} ${kind}`, address: `${kind}@x.example`, kind })),
});

describe('the flight plan', () => {
  const campaign = {
    dueDate: '2026-12-25',
    reminderDays: [10, 3],
    overdueDays: [1],
    targets: [target('A', ['primary', 'deputy']), target('B', []), target('C', ['primary']), target('D', ['deputy'])],
  };
  const plan = planFlight(campaign, new Date('2026-11-27T09:00:00+09:00'));

  it('lists every mail with its day, the invitation being certain', () => {
    expect(plan.legs.map((leg) => [leg.kind, leg.sendAt.toISOString(), leg.certain])).toEqual([
      ['invitation', '2026-11-27T00:00:00.000Z', true],
      ['reminder', '2026-12-11T00:00:00.000Z', false],
      ['reminder', '2026-12-22T00:00:00.000Z', false],
      ['overdue', '2026-12-28T00:00:00.000Z', false],
    ]);
  });

  it('is blocked by a vendor without a primary contact and points out a single one', () => {
    expect(plan.blocking.map((problem) => problem.vendorName)).toEqual(['B', 'D']);
    expect(plan.warnings.map((problem) => problem.vendorName)).toEqual(['C']);
    expect(plan.targets[0]?.recipients).toEqual(['A primary']);
  });
});
