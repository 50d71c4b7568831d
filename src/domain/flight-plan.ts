import type { CalendarDate } from './calendar-date';
import { bankDateOf, instantAt, invitationInstant, noticeDates, SEND_TIME } from './deadline';

export interface FlightTarget {
  serviceId: string;
  vendorName: string;
  serviceName: string;
  contacts: readonly { name: string; address: string; kind: 'primary' | 'deputy' | 'copy' }[];
}

export interface FlightLeg {
  kind: 'invitation' | 'reminder' | 'overdue';
  ordinal: number;
  sendAt: Date;
  /** Goes out whatever happens; the others only where something is still owed then. */
  certain: boolean;
}

export interface FlightProblem {
  serviceId: string;
  vendorName: string;
  kind: 'no-contact' | 'single-contact';
}

export interface FlightPlan {
  legs: FlightLeg[];
  targets: { serviceId: string; vendorName: string; serviceName: string; recipients: string[] }[];
  /** A vendor without a contact blocks the launch; a single contact is only pointed out. */
  blocking: FlightProblem[];
  warnings: FlightProblem[];
}

/** Who gets which mail when, if the campaign were launched at `launch`. Links go to the primary contact. */
export function planFlight(
  campaign: {
    dueDate: CalendarDate;
    reminderDays: readonly number[];
    overdueDays: readonly number[];
    targets: readonly FlightTarget[];
  },
  launch: Date,
): FlightPlan {
  const notices = noticeDates(bankDateOf(launch), campaign.dueDate, campaign.reminderDays, campaign.overdueDays);
  const problem = (target: FlightTarget, kind: FlightProblem['kind']): FlightProblem => ({
    serviceId: target.serviceId,
    vendorName: target.vendorName,
    kind,
  });
  const hasPrimary = (target: FlightTarget) => target.contacts.some((contact) => contact.kind === 'primary');
  return {
    legs: [
      { kind: 'invitation', ordinal: 1, sendAt: invitationInstant(launch), certain: true },
      ...notices.map(({ kind, ordinal, sendDate }) => ({
        kind,
        ordinal,
        sendAt: instantAt(sendDate, SEND_TIME),
        certain: false,
      })),
    ],
    targets: campaign.targets.map(({ serviceId, vendorName, serviceName, contacts }) => ({
      serviceId,
      vendorName,
      serviceName,
      recipients: contacts.filter((contact) => contact.kind === 'primary').map((contact) => contact.name),
    })),
    blocking: campaign.targets.filter((target) => !hasPrimary(target)).map((target) => problem(target, 'no-contact')),
    warnings: campaign.targets
      .filter((target) => hasPrimary(target) && target.contacts.length === 1)
      .map((target) => problem(target, 'single-contact')),
  };
}
