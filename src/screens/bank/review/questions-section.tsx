'use client';

import { useTranslations } from 'next-intl';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { Section } from '@/ui/section';
import { QuestionPart } from './question-part';
import type { Change, Review, ReviewItem } from './review-data';

interface Answering {
  review: Review;
  texts: SealedTexts;
  change: Change;
}

/** What the vendor asked about one item; nothing where it asked nothing. */
export function ItemQuestions({ item, ...answering }: Answering & { item: ReviewItem }) {
  const t = useTranslations('bank.questions');
  if (item.questions.length === 0) return null;
  return (
    <Section id="questions" title={t('ofItem')} className="mt16">
      <Questions {...answering} item={item} />
    </Section>
  );
}

/** Before a submission: every item that the vendor asked about, with its question. The answers are not yet the bank's to see. */
export function QuestionsSoFar(answering: Answering) {
  const t = useTranslations('bank.questions');
  const asked = answering.review.items.filter((item) => item.questions.length > 0);
  if (asked.length === 0) return null;
  return (
    <Section id="questions" title={t('soFar')} className="mt24">
      {asked.map((item) => (
        <div key={item.itemId} className="mt16">
          <h3>
            {t('number', { number: item.number })} <span lang="ja">{item.objective}</span>
          </h3>
          <Questions {...answering} item={item} />
        </div>
      ))}
    </Section>
  );
}

function Questions({ review, item, texts, change }: Answering & { item: ReviewItem }) {
  return item.questions.map((question) => (
    <QuestionPart
      key={question.questionId}
      assessmentId={review.head.assessmentId}
      number={item.number}
      question={question}
      mayAnswer={review.may.answer}
      texts={texts}
      change={change}
    />
  ));
}
