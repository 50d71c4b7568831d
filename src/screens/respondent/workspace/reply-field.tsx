'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { useCalls } from '../signed-in';
import type { WorkspaceItem } from './workspace-data';

type Reply = NonNullable<WorkspaceItem['reply']>;

const NONE = { body: '', by: '', at: null, version: 0 };

/**
 * The vendor's word on the bank's comment, saved by its own button; a colleague's of the same moment is shown first. What
 * is typed and not saved waits in this browser, sealed.
 */
export function ReplyField(props: {
  assessmentId: string;
  item: WorkspaceItem;
  writable: boolean;
  texts: SealedTexts;
}) {
  const t = useTranslations('respondent.workspace');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const router = useRouter();
  const refusalText = useRefusalText();
  const { attempt } = useCalls();
  const { assessmentId, item } = props;
  const name = `reply:${item.itemId}`;
  const draft = { text: props.texts.textOf(name), keep: (text: string | null) => props.texts.keep(name, text) };
  const [own, setOwn] = useState<Reply | typeof NONE>(NONE);
  const read = item.reply ?? NONE;
  const saved = own.version > read.version ? own : read;
  const [theirs, setTheirs] = useState<{ body: string; by: string; version: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const body = draft.text ?? saved.body;
  const save = async (version: number) => {
    setBusy(true);
    setFailure(null);
    try {
      const { itemId } = item;
      setOwn(await attempt(() => client.respondent.answers.reply.mutate({ assessmentId, itemId, version, body })));
      draft.keep(null);
      setTheirs(null);
      router.refresh();
    } catch (error) {
      const other = theirReply(error);
      setTheirs(other);
      if (other === null) setFailure(error);
    }
    setBusy(false);
  };
  if (!props.writable) {
    return (
      <p className="keep">
        {t('reply')}
        <br />
        {saved.body || t('noReply')}
      </p>
    );
  }
  return (
    <div className="mt8">
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      {theirs ? (
        <Notice
          tone="warn"
          live="assertive"
          title={t('replyOvertaken', { name: theirs.by })}
          actions={
            <>
              <Button
                size="sm"
                onClick={() => {
                  setOwn({ ...saved, ...theirs });
                  draft.keep(null);
                  setTheirs(null);
                }}
              >
                {t('takeTheirReply')}
              </Button>
              <Button size="sm" busy={busy} onClick={() => void save(theirs.version)}>
                {t('keepMyReply')}
              </Button>
            </>
          }
        >
          <p className="keep">{theirs.body || t('noReply')}</p>
        </Notice>
      ) : null}
      <TextArea
        label={t('reply')}
        hint={t('replyHint')}
        rows={2}
        maxLength={4000}
        value={body}
        onChange={(event) => draft.keep(event.target.value)}
      />
      <div className="row mt8">
        <Button size="sm" busy={busy} onClick={() => void save(saved.version)}>
          {t('saveReply')}
        </Button>
        <span className="sub" role="status">
          {saved.at !== null && draft.text === null
            ? t('replySaved', { name: saved.by, at: formatInstant(saved.at, locale) })
            : ''}
        </span>
      </div>
    </div>
  );
}

function theirReply(error: unknown): { body: string; by: string; version: number } | null {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'stale-save') return null;
  const { theirs, by, version } = refusal.params;
  return typeof theirs === 'string' && typeof version === 'number'
    ? { body: theirs, by: typeof by === 'string' ? by : '', version }
    : null;
}
