import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { vendorContact } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { isCopied } from '@/domain/mail-rule';
import { type PlannedRow, planMails } from './plan-mail';
import { isAboutAssessment, type MailRow } from './require-mail';

/**
 * A word to the vendor's 写し about a mail that has just gone to its lead. It says which mail and of what date; the link
 * and what was answered stay with the lead.
 */
export async function planCopies(
  tx: Transaction,
  place: { tenantId: string; now: Date },
  sent: MailRow,
): Promise<PlannedRow[]> {
  if (!isAboutAssessment(sent) || !isCopied(sent.kind)) return [];
  const people = await tx
    .select({ name: vendorContact.name, address: vendorContact.address, language: vendorContact.language })
    .from(assessment)
    .innerJoin(vendorContact, eq(vendorContact.vendorId, assessment.vendorId))
    .where(
      and(
        eq(assessment.id, sent.assessmentId),
        eq(vendorContact.kind, 'copy'),
        isNull(vendorContact.bouncedAt),
        ne(vendorContact.address, sent.address),
      ),
    );
  return planMails(
    tx,
    place,
    people.map(({ name, address, language }) => ({
      kind: 'copy',
      campaignId: sent.campaignId,
      assessmentId: sent.assessmentId,
      address,
      recipientName: name,
      language,
      occasion: sent.id,
      dueAt: place.now,
    })),
  );
}
