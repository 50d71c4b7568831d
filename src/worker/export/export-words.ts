import { createTranslator } from 'next-intl';
import type { AnswerStatus, Slot } from '@/domain/answer';
import type { AssessmentState } from '@/domain/assessment-state';
import type { Locale } from '@/domain/date-format';
import type { Verdict } from '@/domain/gap';
import type { QuestionState } from '@/domain/question';
import enAuditor from '@/messages/en/auditor.json' with { type: 'json' };
import enStates from '@/messages/en/states.json' with { type: 'json' };
import jaAuditor from '@/messages/ja/auditor.json' with { type: 'json' };
import jaStates from '@/messages/ja/states.json' with { type: 'json' };
import type { EvidenceFacts } from '@/usecases/evidence/evidence.schema';

const MESSAGES = {
  ja: { auditor: jaAuditor, states: jaStates },
  en: { auditor: enAuditor, states: enStates },
};
type Word = Exclude<keyof (typeof jaAuditor)['workbook'], 'submitted' | 'altered'>;

/** The words of a workbook in the language that it was asked for in. The form's own columns stay as printed. */
export function exportWords(locale: Locale) {
  const workbook = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'auditor.workbook' });
  const states = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'states' });
  return {
    locale,
    word: (key: Word) => workbook(key),
    submitted: (values: { number: number; at: string; name: string; title: string }) => workbook('submitted', values),
    /** Of a stored file that is no longer what was handed in. */
    altered: (at: string) => workbook('altered', { at }),
    answer: (status: AnswerStatus) => states(`answer.${status}`),
    slot: (slot: Slot) => states(`slot.${slot}`),
    state: (state: AssessmentState) => states(`assessment.${state}`),
    question: (state: QuestionState) => states(`question.${state}`),
    scan: (scan: EvidenceFacts['scan']) => workbook(scan === 'clean' ? 'scanClean' : 'scanNone'),
    verdict: (verdict: Verdict) => states(`verdict.${verdict}`),
  };
}

export type ExportWords = ReturnType<typeof exportWords>;
