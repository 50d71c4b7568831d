import type { round } from '@/db/schema/review';
import { invitationInstant } from '@/domain/deadline';
import { vendorOwes } from '@/domain/mail-rule';
import type { AssessmentRow } from '../campaigns/require-campaign';
import type { DueDateChange } from '../reminders/due-date-changes';
import type { LiveInvitation } from './live-invitations';
import type { MemberInCharge } from './members-in-charge';
import type { MailDraft } from './plan-mail';

type RoundRow = typeof round.$inferSelect;
type VendorKind = 'receipt' | 'return' | 'acceptance' | 'due_date_changed' | 'withdrawn';

interface About {
  assessment: AssessmentRow;
  /** `assessment:kind:occasion` of the mails on record. */
  recorded: ReadonlySet<string>;
  people: readonly LiveInvitation[];
  now: Date;
}

/** The mails that one round calls for and that are not on record. */
export function roundDrafts(
  round: RoundRow,
  about: About & { member: (MemberInCharge & { address: string }) | null },
): { drafts: MailDraft[]; missesMember: boolean } {
  const drafts: MailDraft[] = [];
  const isNew = (kind: string) => !about.recorded.has(`${about.assessment.id}:${kind}:${round.id}`);
  const handedIn = round.state !== 'taken_back';
  if (handedIn && isNew('receipt')) {
    // Only those who had been asked by then: a copy of the answers is not for somebody invited later.
    const people = about.people.filter((person) => person.issuedAt <= round.submittedAt);
    drafts.push(...toVendor('receipt', about, people, round.id, about.now, round.id));
  }
  const missesMember = handedIn && isNew('submitted_notice');
  if (missesMember && about.member !== null) {
    drafts.push({
      kind: 'submitted_notice',
      campaignId: about.assessment.campaignId,
      assessmentId: about.assessment.id,
      roundId: round.id,
      memberId: about.member.memberId,
      address: about.member.address,
      recipientName: about.member.name,
      language: 'ja',
      occasion: round.id,
      dueAt: about.now,
    });
  }
  const word = round.state === 'returned' ? 'return' : round.state === 'approved' ? 'acceptance' : null;
  if (word !== null && isNew(word)) {
    drafts.push(...toVendor(word, about, about.people, round.id, invitationInstant(about.now), round.id));
  }
  return { drafts, missesMember };
}

/** Word of a withdrawal, and of a new due date that no return has told of. */
export function changeDrafts(about: About, change: DueDateChange | undefined): MailDraft[] {
  const { assessment, recorded, people, now } = about;
  const isNew = (kind: string, occasion: string) => !recorded.has(`${assessment.id}:${kind}:${occasion}`);
  // A vendor that was never written to needs no word that nothing is asked of it.
  const asked = recorded.has(`${assessment.id}:invitation:sent`);
  if (assessment.state === 'withdrawn') {
    return asked && isNew('withdrawn', 'withdrawn')
      ? toVendor('withdrawn', about, people, 'withdrawn', invitationInstant(now))
      : [];
  }
  const tells = change !== undefined && !change.byReturn && change.dueDate === assessment.dueDate;
  return asked && tells && vendorOwes(assessment.state) && isNew('due_date_changed', change.revisionId)
    ? toVendor('due_date_changed', about, people, change.revisionId, invitationInstant(now))
    : [];
}

function toVendor(
  kind: VendorKind,
  { assessment }: About,
  people: readonly LiveInvitation[],
  occasion: string,
  dueAt: Date,
  roundId: string | null = null,
): MailDraft[] {
  return people.map((person) => ({
    kind,
    campaignId: assessment.campaignId,
    assessmentId: assessment.id,
    invitationId: person.id,
    roundId,
    address: person.address,
    recipientName: person.name,
    language: person.language,
    occasion,
    dueAt,
  }));
}
