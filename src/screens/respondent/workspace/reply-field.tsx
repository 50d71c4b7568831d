'use client';

import { useTranslations } from 'next-intl';
import { lengthOf } from '@/domain/free-text';
import { MAX_REPLY_LENGTH } from '@/domain/reply';
import { SaveState } from '@/screens/checklist/save-state';
import type { TypingDesk } from '@/screens/checklist/typing-desk';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import type { ReplyCard } from './use-replies';

/** The vendor's word on what the bank said, saved as it is typed; a colleague's of the same moment is shown first. */
export function ReplyField(props: {
  itemId: string;
  card: ReplyCard | undefined;
  desk: TypingDesk<string>;
  writable: boolean;
}) {
  const t = useTranslations('respondent.workspace');
  const answers = useTranslations('ui.answer');
  const { itemId, card, desk } = props;
  if (card === undefined) return null;
  const { theirs, phase } = card;
  if (!props.writable) {
    return (
      <p className="keep">
        {t('reply')}
        <br />
        {card.content || t('noReply')}
      </p>
    );
  }
  const over = lengthOf(card.content) - MAX_REPLY_LENGTH;
  return (
    <div className="mt8">
      {theirs && phase === 'collision' ? (
        <Notice
          tone="warn"
          live="assertive"
          title={t('replyOvertaken', { name: theirs.by })}
          actions={
            <>
              <Button size="sm" onClick={() => desk.takeTheirs(itemId)}>
                {t('takeTheirReply')}
              </Button>
              <Button size="sm" onClick={() => desk.takeMine(itemId)}>
                {t('keepMyReply')}
              </Button>
            </>
          }
        >
          <p className="keep">{theirs.content || t('noReply')}</p>
        </Notice>
      ) : null}
      <TextArea
        label={t('reply')}
        hint={t('replyHint')}
        rows={2}
        value={card.content}
        error={over > 0 ? answers('tooLong', { over, max: MAX_REPLY_LENGTH }) : undefined}
        onChange={(event) => desk.type(itemId, event.target.value)}
        onBlur={({ relatedTarget }) => {
          if (!(relatedTarget instanceof HTMLButtonElement)) desk.flush(itemId);
        }}
      />
      <div className="row mt8">
        <SaveState card={card} />
        {phase === 'offline' ? (
          <Button look="quiet" size="sm" onClick={() => desk.flush(itemId)}>
            {t('tryAgain')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
