'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { EditionProblem } from './checklist-data';

/** 公開の前に: what hinders publishing as last saved, each with the way to its item. */
export function ProblemList(props: {
  problems: readonly EditionProblem[];
  onChoose: (position: number | null) => void;
}) {
  const t = useTranslations('checklists.problems');
  if (props.problems.length === 0) return null;
  return (
    <Notice tone="info" title={t('title')} className="mt12">
      <ul>
        {props.problems.map((problem) => (
          <li key={`${problem.kind} ${problem.position}`}>
            {t(problem.kind)}{' '}
            {problem.position === null ? null : (
              <Button look="quiet" size="sm" onClick={() => props.onChoose(problem.position)}>
                {t('open', { position: problem.position, number: problem.number })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
