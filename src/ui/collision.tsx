'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from './button';
import { Diff } from './diff';
import { Notice } from './notice';

/**
 * Two people wrote at once: both texts side by side, differences underlined, three ways out. Nothing is lost whichever is
 * taken. `theirs.by` is null when the other side's name isn't known (another window of the same person).
 */
export function Collision(props: {
  /** What happened, by whom and when; the screen words it. */
  explanation: ReactNode;
  mine: { text: string; note?: ReactNode };
  theirs: { text: string; by: string | null; note?: ReactNode };
  onTakeMine: () => void;
  onTakeTheirs: () => void;
  onJoin: (joined: string) => void;
  busy?: boolean;
}) {
  const t = useTranslations('ui');
  const id = useId();
  const { mine, theirs, busy } = props;
  const their = theirs.by === null ? t('collision.otherText') : t('collision.theirText', { name: theirs.by });
  return (
    <div>
      <Notice tone="warn" live="assertive" title={t('collision.title')}>
        <p>{props.explanation}</p>
      </Notice>
      <div className="cmp">
        <section aria-labelledby={`${id}-mine`}>
          <h3 id={`${id}-mine`}>
            {t('collision.myText')} <span className="sub">{mine.note}</span>
          </h3>
          <Diff before={theirs.text} after={mine.text} insOnly />
          <Button busy={busy} onClick={props.onTakeMine}>
            {t('collision.takeMine')}
          </Button>
        </section>
        <section aria-labelledby={`${id}-theirs`}>
          <h3 id={`${id}-theirs`}>
            {their} <span className="sub">{theirs.note}</span>
          </h3>
          <Diff before={mine.text} after={theirs.text} insOnly />
          <Button busy={busy} onClick={props.onTakeTheirs}>
            {t('collision.takeTheirs')}
          </Button>
        </section>
      </div>
      <div className="row between mt12">
        <span className="hint">{t('collision.underlined')}</span>
        <Button
          look="primary"
          busy={busy}
          onClick={() => props.onJoin([mine.text, theirs.text].filter((text) => text !== '').join('\n'))}
        >
          {t('collision.join')}
        </Button>
      </div>
    </div>
  );
}
