import { describe, expect, it } from 'vitest';
import { planFlight } from './flight-plan';

const target = (
  name: string,
  kinds: ('primary' | 'deputy' | 'copy')[],
  part: { wave?: number; bounced?: boolean } = {},
) => ({
  serviceId: name,
  vendorName: name,
  serviceName: 'API',
  wave: part.wave ?? 1,
  archived: false,
  contacts: kinds.map((kind) => ({
    name: `${name} ${kind}`,
    address: `${kind}@x.example`,
    language: 'ja' as const,
    kind,
    bouncedAt: part.bounced ? new Date('2026-04-01T00:00:00Z') : null,
  })),
});
const LAUNCH = new Date('2026-11-27T09:00:00+09:00');
const campaign = {
  dueDate: '2026-12-25',
  waves: [],
  reminderDays: [10, 3],
  overdueDays: [1],
  items: 60,
  published: true,
  targets: [
    target('A', ['primary', 'deputy', 'copy']),
    target('B', []),
    target('C', ['primary']),
    target('D', ['deputy']),
    target('E', ['primary'], { bounced: true }),
  ],
};
const told = (legs: readonly { kind: string; sendAt: Date }[]) =>
  legs.map((leg) => `${leg.kind} ${leg.sendAt.toISOString().slice(0, 16)}`);

describe('the flight plan', () => {
  const plan = planFlight(campaign, LAUNCH);

  it('lists every mail with its day, the invitation alone being certain', () => {
    expect(plan.waves).toHaveLength(1);
    expect(told(plan.waves[0]?.legs ?? [])).toEqual([
      'invitation 2026-11-27T00:00',
      'reminder 2026-12-11T00:00',
      'reminder 2026-12-22T00:00',
      'overdue 2026-12-28T00:00',
    ]);
    expect(plan.waves[0]?.legs.map((leg) => leg.certain)).toEqual([true, false, false, false]);
    expect(plan.waves[0]).toMatchObject({ targets: 5, reachable: 2 });
  });

  it('names whom no mail would reach, and who has a single contact', () => {
    expect(plan.targets.map((each) => [each.vendorName, each.problem])).toEqual([
      ['A', null],
      ['B', 'no-contact'],
      ['C', null],
      ['D', 'no-contact'],
      ['E', 'bounced'],
    ]);
    expect(plan.targets.filter((each) => each.single).map((each) => each.vendorName)).toEqual(['C', 'D', 'E']);
    expect(plan.targets[0]).toMatchObject({ recipient: { name: 'A primary' }, copies: ['A copy'] });
    expect(plan.targets[1]?.recipient).toBeNull();
    expect(plan.blocking).toEqual([]);
  });

  it('gives each wave its own day 0: no reminder on or before the day its links go out', () => {
    const waves = [
      { sendOn: null, dueDate: '2026-12-25' },
      // A Saturday: the links leave on Monday 14 December, after what would have been its first reminder.
      { sendOn: '2026-12-12', dueDate: '2026-12-25' },
    ];
    const two = planFlight({ ...campaign, waves, targets: [target('A', ['primary'], { wave: 2 })] }, LAUNCH);
    expect(two.waves.map((wave) => wave.targets)).toEqual([0, 1]);
    expect(told(two.waves[1]?.legs ?? [])).toEqual([
      'invitation 2026-12-14T00:00',
      'reminder 2026-12-22T00:00',
      'overdue 2026-12-28T00:00',
    ]);
  });

  it('is blocked by past dates, an answer due before the links go out, and nothing to ask or nobody', () => {
    const waves = [
      { sendOn: null, dueDate: '2026-11-27' },
      { sendOn: '2026-11-26', dueDate: '2026-12-25' },
      { sendOn: '2026-12-25', dueDate: '2026-12-25' },
    ];
    const blocked = planFlight({ ...campaign, waves, items: 0, published: false, targets: [] }, LAUNCH);
    expect(blocked.blocking).toEqual([
      { kind: 'no-services' },
      { kind: 'no-items' },
      { kind: 'edition-unpublished' },
      { kind: 'due-date-past', wave: 1 },
      { kind: 'send-date-past', wave: 2 },
      { kind: 'due-before-send', wave: 3 },
    ]);
  });
});
