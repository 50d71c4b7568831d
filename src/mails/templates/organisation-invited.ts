import type { Letter } from '../letter';
import type { OrganisationInvitedMail } from '../mail-data';
import { paragraph, type Voice } from '../voice';

/** 【ご案内】 to a colleague whom a member asks to share the organisation's answer master. No bank has a part in it. */
export function organisationInvitedLetter(data: OrganisationInvitedMail, { other, t, abroad }: Voice): Letter {
  const { organisationName, inviterName, link } = data;
  return {
    subject: t('organisation_invited.subject', { organisation: organisationName }),
    parts: [
      paragraph(t('organisation_invited.opening', { organisation: organisationName, inviter: inviterName })),
      { is: 'button', label: t('organisation_invited.button'), href: link },
      paragraph(t('organisation_invited.closing')),
      { is: 'aside', lang: other, text: abroad('organisation_invited.abroad', { organisation: organisationName }) },
      { is: 'signature', lines: [t('signature.product')] },
    ],
  };
}
