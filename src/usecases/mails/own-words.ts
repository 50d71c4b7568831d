import type { Transaction } from '@/db/client';
import { bankProfile } from '@/db/schema/bank';
import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline } from '@/domain/date-format';
import { fillMailText, OWN_TEXT_KINDS, wordsFor } from '@/domain/mail-texts';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import type { AssessmentMailRow } from './require-mail';

/** The bank's own words for a mail, filled in; '' for none. */
export async function ownWordsOf(
  tx: Transaction,
  row: AssessmentMailRow,
  about: {
    of: CampaignRow;
    about: AssessmentRow;
    subject: { vendorName: string; serviceName: string; bank: { name: string; nameEn: string } };
  },
): Promise<string> {
  const kind = OWN_TEXT_KINDS.find((each) => each === row.kind);
  if (kind === undefined) return '';
  const [profile] = await tx.select({ texts: bankProfile.mailTexts }).from(bankProfile);
  const { of, subject } = about;
  const words = wordsFor(kind, row.language, { campaign: of.invitationTexts, bank: profile?.texts ?? {} });
  const { bank } = subject;
  return fillMailText(words, {
    vendor: subject.vendorName,
    service: subject.serviceName,
    campaign: of.name,
    bank: bankNameIn(row.language, bank),
    dueDate: formatDeadline(about.about.dueDate, of.closingTime, row.language),
  });
}
