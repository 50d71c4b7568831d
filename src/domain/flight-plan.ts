import type { CalendarDate } from './calendar-date';
import type { Locale } from './date-format';
import { bankDateOf, instantAt, noticeDates, SEND_TIME } from './deadline';
import { type Wave, waveInstant, waveStart, wavesOf } from './wave';

/** Whom a mail goes to, and in which language. */
export interface Recipient {
  name: string;
  address: string;
  language: Locale;
}

export interface FlightTarget {
  serviceId: string;
  vendorName: string;
  serviceName: string;
  /** From 1. */
  wave: number;
  /** The service or its vendor was put away since it was chosen. */
  archived: boolean;
  contacts: readonly (Recipient & { kind: 'primary' | 'deputy' | 'copy'; bouncedAt: Date | null })[];
}

export interface FlightLeg {
  kind: 'invitation' | 'reminder' | 'overdue';
  ordinal: number;
  sendAt: Date;
  /** Goes out whatever happens; the others only where something is still owed then. */
  certain: boolean;
}

export interface FlightWave {
  number: number;
  sendOn: CalendarDate | null;
  dueDate: CalendarDate;
  legs: FlightLeg[];
  /** Targets of this wave, and those of them that can be written to. */
  targets: number;
  reachable: number;
}

export type TargetProblem = 'no-contact' | 'bounced' | 'archived';
/** What blocks a whole campaign, or one of its waves. */
export type CampaignProblem =
  | { kind: 'no-services' | 'no-items' | 'edition-unpublished' }
  | { kind: 'due-date-past' | 'send-date-past' | 'due-before-send'; wave: number };

export interface FlightPlan<Target extends FlightTarget> {
  waves: FlightWave[];
  /** `copies`: who is told of each mail without its link. */
  targets: (Target & {
    recipient: Recipient | null;
    copies: string[];
    problem: TargetProblem | null;
    single: boolean;
  })[];
  blocking: CampaignProblem[];
}

/** Links go to the primary contact alone. */
const primaryOf = (target: Pick<FlightTarget, 'contacts'>) =>
  target.contacts.find((contact) => contact.kind === 'primary');

function recipientOf(target: Pick<FlightTarget, 'contacts'>): Recipient | null {
  const primary = primaryOf(target);
  return primary ? { name: primary.name, address: primary.address, language: primary.language } : null;
}

/** What blocks one target. */
export function problemOf(target: Pick<FlightTarget, 'archived' | 'contacts'>): TargetProblem | null {
  if (target.archived) return 'archived';
  const primary = primaryOf(target);
  if (!primary) return 'no-contact';
  return primary.bouncedAt === null ? null : 'bounced';
}

/** Every mail of a campaign, if it were launched at `launch`: who gets which when, wave by wave, and what is in the way. */
export function planFlight<Target extends FlightTarget>(
  campaign: {
    dueDate: CalendarDate;
    waves: readonly Wave[];
    reminderDays: readonly number[];
    overdueDays: readonly number[];
    items: number;
    published: boolean;
    targets: readonly Target[];
  },
  launch: Date,
): FlightPlan<Target> {
  const targets = campaign.targets.map((target) => ({
    ...target,
    recipient: recipientOf(target),
    copies: target.contacts
      .filter((contact) => contact.kind === 'copy' && contact.bouncedAt === null)
      .map((contact) => contact.name)
      .toSorted(),
    problem: problemOf(target),
    single: target.contacts.length === 1,
  }));
  const waves = wavesOf(campaign).map((wave, index): FlightWave => {
    const own = targets.filter((target) => target.wave === index + 1);
    return {
      ...wave,
      number: index + 1,
      legs: legsOf(wave, campaign, launch),
      targets: own.length,
      reachable: own.filter((target) => target.problem === null).length,
    };
  });
  const blocking: CampaignProblem[] = [];
  if (targets.length === 0) blocking.push({ kind: 'no-services' });
  if (campaign.items === 0) blocking.push({ kind: 'no-items' });
  if (!campaign.published) blocking.push({ kind: 'edition-unpublished' });
  for (const wave of waves) blocking.push(...waveProblems(wave, launch));
  return { waves, targets, blocking };
}

/** What is wrong with a wave's dates, were it launched at `launch`; a holiday is no problem, mails wait for the next day. */
export function waveProblems(wave: Wave & { number: number }, launch: Date): CampaignProblem[] {
  const today = bankDateOf(launch);
  if (wave.dueDate <= today) return [{ kind: 'due-date-past', wave: wave.number }];
  if (wave.sendOn !== null && wave.sendOn < today) return [{ kind: 'send-date-past', wave: wave.number }];
  return wave.dueDate <= waveStart(wave, launch) ? [{ kind: 'due-before-send', wave: wave.number }] : [];
}

function legsOf(
  wave: Wave,
  days: { reminderDays: readonly number[]; overdueDays: readonly number[] },
  launch: Date,
): FlightLeg[] {
  const notices = noticeDates(waveStart(wave, launch), wave.dueDate, days.reminderDays, days.overdueDays);
  return [
    { kind: 'invitation', ordinal: 1, sendAt: waveInstant(wave, launch), certain: true },
    ...notices.map(({ kind, ordinal, sendDate }) => ({
      kind,
      ordinal,
      sendAt: instantAt(sendDate, SEND_TIME),
      certain: false,
    })),
  ];
}
