import type { Letter, Part } from '../letter';
import type { QuestionAnsweredMail, QuestionAskedMail } from '../mail-data';
import { bankValues, paragraph, signature, type Voice } from '../voice';

type QuestionMail = QuestionAskedMail | QuestionAnsweredMail;

/** 【質問】 to the bank, and 【質問への回答】 to who asked. */
export function questionLetter(data: QuestionMail, voice: Voice): Letter {
  const { locale, other, t, abroad } = voice;
  const count = data.questions.length;
  const values = { ...bankValues(data.bank, locale), vendor: data.vendorName, count };
  return {
    subject: t(`${data.kind}.subject`, values),
    parts: [
      paragraph(
        data.kind === 'question_asked'
          ? t('salutation.member', { name: data.memberName })
          : t('salutation.vendor', { vendor: data.vendorName }),
      ),
      paragraph(t(`${data.kind}.opening`, values)),
      {
        is: 'facts',
        rows: [
          ...(data.kind === 'question_asked' ? [{ term: t('fact.vendor'), value: data.vendorName }] : []),
          { term: t('fact.campaign'), value: data.campaignName },
          { term: t('fact.service'), value: data.serviceName },
        ],
      },
      ...data.questions.map((each) => questionPart(data, each, voice)),
      { is: 'button', label: t(`${data.kind}.button`), href: data.link },
      ...t(`${data.kind}.closing`, values).split('\n').map(paragraph),
      { is: 'aside', lang: other, text: abroad(`${data.kind}.abroad`, bankValues(data.bank, other)) },
      signature(data.bank, voice),
    ],
  };
}

function questionPart(
  { kind }: Pick<QuestionMail, 'kind'>,
  { number, text, askedBy, answer, answeredBy }: QuestionMail['questions'][number],
  { t }: Voice,
): Part {
  return {
    is: 'facts',
    rows: [
      { term: t('fact.itemNumber'), value: number, strong: true },
      { term: t('fact.question'), value: text },
      { term: t('fact.askedBy'), value: askedBy },
      ...(kind === 'question_answered'
        ? [
            { term: t('fact.answerToQuestion'), value: answer },
            { term: t('fact.answeredBy'), value: answeredBy },
          ]
        : []),
    ],
  };
}
