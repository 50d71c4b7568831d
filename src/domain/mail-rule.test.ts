import { describe, expect, it } from 'vitest';
import { ASSESSMENT_STATES } from './assessment-state';
import { nextAttempt } from './mail-retry';
import { decideMail, noticeOccasion, type PlannedMail, readNoticeOccasion, vendorOwes } from './mail-rule';

const now = {
  campaign: 'running' as const,
  assessment: 'answering' as const,
  dueDate: '2026-12-25',
  linkRevoked: false,
  addressDead: false,
};
const occasion = { key: 'reminder:1', dueDate: '2026-12-25', since: '2026-11-27' };
const every: PlannedMail[] = [
  { kind: 'invitation', reissued: false },
  { kind: 'reminder', occasion, replaced: false },
  { kind: 'overdue', occasion, replaced: false },
  { kind: 'receipt', round: 'submitted' },
  { kind: 'submitted_notice', round: 'submitted' },
  { kind: 'return', round: 'returned' },
  { kind: 'acceptance', round: 'approved' },
  { kind: 'due_date_changed', dueDate: '2026-12-25' },
  { kind: 'link_requested', waiting: true },
  { kind: 'withdrawn' },
  { kind: 'copy' },
  { kind: 'question_asked', standing: 1 },
  { kind: 'question_answered', standing: 1 },
];
const asking: PlannedMail[] = every.filter((mail) => ['invitation', 'reminder', 'overdue'].includes(mail.kind));

describe('deciding on a planned mail', () => {
  it('holds everything while the campaign rests', () => {
    for (const mail of every) expect(decideMail(mail, { ...now, campaign: 'paused' })).toBe('hold');
  });

  it('sends nothing with a link that was taken back', () => {
    for (const mail of every) expect(decideMail(mail, { ...now, linkRevoked: true })).toBe('cancel');
  });

  it.each(ASSESSMENT_STATES)('asks a vendor for answers only where it owes them: %s', (assessment) => {
    const wanted = vendorOwes(assessment) ? 'send' : 'cancel';
    for (const mail of asking) expect(decideMail(mail, { ...now, assessment })).toBe(wanted);
  });

  it('asks for nothing once the campaign is closed, and still confirms what was handed in', () => {
    const closed = { ...now, campaign: 'closed' as const };
    for (const mail of asking) expect(decideMail(mail, closed)).toBe('cancel');
    expect(decideMail({ kind: 'receipt', round: 'submitted' }, closed)).toBe('send');
    const approved = { ...closed, assessment: 'approved' as const };
    expect(decideMail({ kind: 'acceptance', round: 'approved' }, approved)).toBe('send');
  });

  it('drops a notice of another due date, and one that a newer has replaced', () => {
    expect(decideMail({ kind: 'reminder', occasion, replaced: false }, { ...now, dueDate: '2027-01-15' })).toBe(
      'cancel',
    );
    expect(decideMail({ kind: 'reminder', occasion: null, replaced: false }, now)).toBe('cancel');
    expect(decideMail({ kind: 'reminder', occasion, replaced: true }, now)).toBe('skip');
    expect(decideMail({ kind: 'due_date_changed', dueDate: '2027-01-15' }, now)).toBe('cancel');
  });

  it('tells of a request for a link while it waits and a new one could be sent', () => {
    expect(decideMail({ kind: 'link_requested', waiting: true }, { ...now, assessment: 'approved' })).toBe('send');
    expect(decideMail({ kind: 'link_requested', waiting: false }, now)).toBe('cancel');
    expect(decideMail({ kind: 'link_requested', waiting: true }, { ...now, campaign: 'closed' })).toBe('cancel');
    expect(decideMail({ kind: 'link_requested', waiting: true }, { ...now, assessment: 'withdrawn' })).toBe('cancel');
  });

  it('reminds nobody at an address that takes no mail, and still tries what is said once', () => {
    const dead = { ...now, addressDead: true };
    for (const kind of ['reminder', 'overdue'] as const) {
      expect(decideMail({ kind, occasion, replaced: false }, dead)).toBe('skip');
    }
    expect(decideMail({ kind: 'copy' }, dead)).toBe('skip');
    expect(decideMail({ kind: 'due_date_changed', dueDate: '2026-12-25' }, dead)).toBe('send');
    expect(decideMail({ kind: 'invitation', reissued: true }, dead)).toBe('send');
  });

  it('says nothing of a round that was taken back', () => {
    expect(decideMail({ kind: 'receipt', round: 'taken_back' }, now)).toBe('cancel');
    expect(decideMail({ kind: 'submitted_notice', round: 'taken_back' }, now)).toBe('cancel');
  });

  it.each(['question_asked', 'question_answered'] as const)(
    'tells by %s of what still stands, whoever has the submission, and not after the end',
    (kind) => {
      expect(decideMail({ kind, standing: 2 }, { ...now, assessment: 'in_review' })).toBe('send');
      expect(decideMail({ kind, standing: 0 }, now)).toBe('cancel');
      expect(decideMail({ kind, standing: 1 }, { ...now, assessment: 'withdrawn' })).toBe('cancel');
      expect(decideMail({ kind, standing: 1 }, { ...now, campaign: 'closed' })).toBe('cancel');
    },
  );

  it('passes a new link on to somebody who has handed in, but not into what has ended', () => {
    const mail = { kind: 'invitation', reissued: true } as const;
    expect(decideMail(mail, { ...now, assessment: 'in_review' })).toBe('send');
    expect(decideMail(mail, { ...now, assessment: 'withdrawn' })).toBe('cancel');
    expect(decideMail(mail, { ...now, campaign: 'closed' })).toBe('cancel');
  });
});

describe('a notice’s occasion', () => {
  it('reads back what was written, and nothing else', () => {
    const written = noticeOccasion({ kind: 'overdue', ordinal: 2 }, '2026-12-25', '2026-11-27');
    expect(readNoticeOccasion(written)).toEqual({ key: 'overdue:2', dueDate: '2026-12-25', since: '2026-11-27' });
    expect(readNoticeOccasion('0195f6f0-0000-7000-8000-000000000000')).toBeNull();
  });
});

describe('trying again', () => {
  it('waits longer each time, at most an hour, and gives up after three days', () => {
    const start = new Date('2026-12-01T00:00:00Z');
    const minutes = (attempts: number) => {
      const next = nextAttempt(attempts, start);
      return next === null ? null : (next.getTime() - start.getTime()) / 60_000;
    };
    expect([1, 2, 3, 6, 7, 77].map(minutes)).toEqual([1, 2, 4, 32, 60, 60]);
    expect(minutes(78)).toBeNull();
    let waited = 0;
    for (let attempts = 1; attempts < 78; attempts += 1) waited += minutes(attempts) ?? 0;
    expect(waited / 60).toBeGreaterThan(71);
  });
});
