import { formatInstant } from '@/domain/date-format';
import type { Letter } from '../letter';
import type { RespondentCodeMail, SignInCodeMail } from '../mail-data';
import { bankValues, paragraph, signature, type Voice } from '../voice';

/** 確認コード: six digits for a member of a bank or a respondent. */
export function codeLetter(data: SignInCodeMail | RespondentCodeMail, voice: Voice): Letter {
  const { locale, other, t, abroad } = voice;
  const about = data.kind === 'respondent_code' ? data.about : null;
  const digits = `${data.code.slice(0, 3)} ${data.code.slice(3)}`;
  const expires = formatInstant(data.expiresAt, locale);
  return {
    subject: about ? t('respondent_code.subjectOfBank', bankValues(about.bank, locale)) : t(`${data.kind}.subject`),
    parts: [
      ...(about ? [paragraph(t('salutation.person', { vendor: about.vendorName, name: about.recipientName }))] : []),
      paragraph(t(`${data.kind}.opening`)),
      { is: 'code', digits, label: t('fact.code') },
      {
        is: 'facts',
        rows: [
          { term: t('fact.validUntil'), value: t('code.validUntil', { expires }) },
          { term: t('fact.usableIn'), value: t('code.usableIn') },
        ],
      },
      paragraph(about ? t('code.neverAskedBy', bankValues(about.bank, locale)) : t('code.neverAsked')),
      { is: 'aside', lang: other, text: abroad('code.abroad', { expires: formatInstant(data.expiresAt, other) }) },
      about ? signature(about.bank, voice) : { is: 'signature', lines: [t('signature.product')] },
    ],
  };
}
