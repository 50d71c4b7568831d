import type { Letter } from '../letter';
import type { MemberInvitedMail } from '../mail-data';
import { bankValues, paragraph, signature, type Voice } from '../voice';

/** 【ご案内】 how to sign in, for somebody who has become a member of the bank. */
export function memberLetter(data: MemberInvitedMail, voice: Voice): Letter {
  const { locale, other, t, abroad } = voice;
  const values = { ...bankValues(data.bank, locale), name: data.memberName };
  return {
    subject: t('member_invited.subject', values),
    parts: [
      paragraph(t('salutation.member', { name: data.memberName })),
      paragraph(t('member_invited.opening', values)),
      paragraph(t('member_invited.how', values)),
      { is: 'button', label: t('member_invited.button'), href: data.link },
      paragraph(t('member_invited.closing', values)),
      { is: 'aside', lang: other, text: abroad('member_invited.abroad', bankValues(data.bank, other)) },
      signature(data.bank, voice),
    ],
  };
}
