'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { IconCheck, IconChevronDown } from '@/ui/icons';

/** What a press takes in, and what hinders it; it stays in view over a long comparison. Nothing to take, nothing to press. */
export function TakeBar(props: {
  changing: number;
  open: { both: number; emptied: number };
  busy: 'take' | 'discard' | null;
  writable: boolean;
  /** To the next cell that waits for a choice; null when none does. */
  onJump: (() => void) | null;
  onTake: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations('respondent.form');
  const { changing, open, busy } = props;
  const waiting = open.both + open.emptied;
  const hindered = !props.writable ? t('notWritable') : waiting > 0 ? t('openChoices', { count: waiting }) : undefined;
  return (
    <div className="take-bar mt16">
      {changing === 0 ? (
        <p className="grow">
          <b>{t('unchanged')}</b>
        </p>
      ) : (
        <Button
          look="primary"
          icon={<IconCheck />}
          busy={busy === 'take'}
          onClick={props.onTake}
          disabledReason={hindered}
        >
          {t('takeIn', { count: changing })}
        </Button>
      )}
      {props.onJump === null ? null : (
        <Button look="secondary" icon={<IconChevronDown />} onClick={props.onJump}>
          {t('jump')}
        </Button>
      )}
      <Button look="neutral" busy={busy === 'discard'} onClick={props.onDiscard}>
        {t('putAway')}
      </Button>
    </div>
  );
}
