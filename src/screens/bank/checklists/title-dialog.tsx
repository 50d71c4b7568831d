'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { TextInput } from '@/ui/text-input';

/** Names a new draft: empty, or a copy of `source`. */
export function TitleDialog(props: { source: { id: string; title: string } | null; onClose: () => void }) {
  const { source } = props;
  const t = useTranslations('checklists.begin');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const router = useRouter();
  const [title, setTitle] = useState(source ? t('copyOf', { title: source.title }) : '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [blank, setBlank] = useState(false);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setBlank(title.trim() === '');
    if (title.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      const { editionId } = source
        ? await client.bank.checklists.copy.mutate({ editionId: source.id, title })
        : await client.bank.checklists.start.mutate({ title });
      router.push(`/checklists/${editionId}/edit`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={source ? t('copyTitle') : t('emptyTitle')}
      description={source ? t('copyLead', { title: source.title }) : t('emptyLead')}
      end={
        <>
          <Button look="neutral" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" form="edition-title" busy={busy}>
            {t('make')}
          </Button>
        </>
      }
    >
      <form id="edition-title" onSubmit={begin} noValidate>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <TextInput
          label={t('title')}
          required
          maxLength={200}
          value={title}
          error={blank ? t('titleBlank') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
