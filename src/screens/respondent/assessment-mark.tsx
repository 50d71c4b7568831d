'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ASSESSMENT_STATES, type AssessmentState } from '@/domain/assessment-state';
import { IconApprove, IconHourglass, IconMail, IconPencil, IconRefuse, IconReturn, IconSubmit } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const MARKS: Record<AssessmentState, { icon: ReactNode; tone: Tone; emphasis?: 'act' }> = {
  not_started: { icon: <IconMail />, tone: 'mute' },
  answering: { icon: <IconPencil />, tone: 'run' },
  submitted: { icon: <IconSubmit />, tone: 'run' },
  in_review: { icon: <IconHourglass />, tone: 'run' },
  returned: { icon: <IconReturn />, tone: 'warn', emphasis: 'act' },
  pending_approval: { icon: <IconHourglass />, tone: 'run' },
  approved: { icon: <IconApprove />, tone: 'ok' },
  withdrawn: { icon: <IconRefuse />, tone: 'mute' },
  declined: { icon: <IconRefuse />, tone: 'mute' },
  closed_unanswered: { icon: <IconRefuse />, tone: 'mute' },
};

/** An assessment's state as its respondent sees it: only 差戻し asks for something. */
export function AssessmentMark({ state }: { state: string }) {
  const t = useTranslations('states.assessment');
  const known = ASSESSMENT_STATES.find((each) => each === state);
  if (known === undefined) return null;
  return <StatusMark label={t(known)} {...MARKS[known]} />;
}
