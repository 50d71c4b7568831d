import { index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, respondentsPlane } from './planes';

/** Somebody who proved an address by a code. Which assessments that opens is decided by live invitations alone. */
export const respondentPerson = respondentsPlane.table(
  'person',
  { id: uuid().primaryKey(), address: text().notNull(), createdAt: instant().notNull() },
  (t) => [uniqueIndex('person_address').on(t.address)],
);

/** A respondent's session: 60 minutes idle, 12 hours in all. Name and department are stated after the code. */
export const respondentSession = respondentsPlane.table(
  'session',
  {
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => respondentPerson.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expires: instant().notNull(),
    /** Null until the person has said who they are; nothing can be saved before. */
    name: text(),
    department: text(),
  },
  (t) => [index('session_person').on(t.personId)],
);
