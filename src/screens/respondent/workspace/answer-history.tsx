'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type AnswerContent, sameContent } from '@/domain/answer';
import { formatInstant, formatTime, type Locale } from '@/domain/date-format';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import { useTRPC } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconHistory, IconUndo } from '@/ui/icons';
import { Timeline } from '@/ui/timeline';

/**
 * Who wrote what on this item, a line per person and sitting; read only when asked for. Nothing before the first save.
 * A line that says something else than the form can be put back, as a save of its own; `onPutBack` null: only read.
 */
export function AnswerHistory(props: {
  assessmentId: string;
  itemId: string;
  version: number;
  now: AnswerContent;
  onPutBack: ((content: AnswerContent) => void) | null;
}) {
  const t = useTranslations('respondent.workspace.history');
  const locale = useLocale() as Locale;
  const trpc = useTRPC();
  const linesOf = useAnswerLines();
  const refusalText = useRefusalText();
  const [open, setOpen] = useState(false);
  const { assessmentId, itemId, version, now, onPutBack } = props;
  const history = useQuery({
    ...trpc.respondent.answers.history.queryOptions({ assessmentId, itemId }),
    enabled: open,
    // Another save makes another history.
    queryHash: `history-${itemId}-${version}`,
  });
  if (version === 0) return null;
  return (
    <div className="mt12">
      <Button look="quiet" size="sm" icon={<IconHistory />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('close') : t('open')}
      </Button>
      {open && history.isPending ? <p role="status">{t('loading')}</p> : null}
      {open && history.error ? <p role="alert">{refusalText(history.error)}</p> : null}
      {open && history.data ? (
        <Timeline
          entries={history.data.lines.map((line) => ({
            key: line.lastAt.toISOString(),
            when: `${formatInstant(line.firstAt, locale)}–${formatTime(line.lastAt)}`,
            text: t('line', {
              name: line.by,
              department: line.department,
              from: line.from,
              afterDue: line.afterDue ? 'yes' : 'no',
            }),
            more: (
              <>
                <span className="keep">
                  {linesOf(line.content)
                    .map(({ label, text }) => t('part', { label, text }))
                    .join('\n')}
                </span>
                {onPutBack === null || sameContent(line.content, now) ? null : (
                  <Button look="quiet" size="sm" icon={<IconUndo />} onClick={() => onPutBack(line.content)}>
                    {t('putBack')} <span className="vh">{formatInstant(line.lastAt, locale)}</span>
                  </Button>
                )}
              </>
            ),
          }))}
        />
      ) : null}
    </div>
  );
}
