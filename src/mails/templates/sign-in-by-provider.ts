import type { Letter } from '../letter';
import type { SignInByProviderMail } from '../mail-data';
import { paragraph, type Voice } from '../voice';

/** 【ご案内】 for a member all of whose banks ask for their own single sign-on: where to go, instead of a code. */
export function signInByProviderLetter(data: SignInByProviderMail, voice: Voice): Letter {
  const { locale, other, t, abroad } = voice;
  return {
    subject: t('sign_in_by_provider.subject'),
    parts: [
      paragraph(t('sign_in_by_provider.opening')),
      ...data.banks.map((bank) => ({
        is: 'button' as const,
        label: t('sign_in_by_provider.button', { bank: locale === 'ja' ? bank.name : bank.nameEn }),
        href: bank.link,
      })),
      paragraph(t('sign_in_by_provider.closing')),
      { is: 'aside', lang: other, text: abroad('sign_in_by_provider.abroad') },
      { is: 'signature', lines: [t('signature.product')] },
    ],
  };
}
