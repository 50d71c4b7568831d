'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconCheck } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/show-toast';
import { ComparedItem } from './compared-item';
import { type FormChoices, openChoices, type WaitingForm } from './form-data';

/** What the returned form would change: by item and cell, file, last download and now; nothing is written before a press. */
export function FormComparison(props: { assessmentId: string; waiting: WaitingForm; writable: boolean }) {
  const t = useTranslations('respondent.form');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [choices, setChoices] = useState<FormChoices>(new Map());
  const [busy, setBusy] = useState<'take' | 'discard' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { assessmentId, waiting } = props;
  const { uploadId, lines } = waiting;
  const open = openChoices(lines, choices);
  const changing = lines.filter(({ fields }) => fields.some(({ fate }) => fate !== 'now')).length;
  const run = async (what: 'take' | 'discard', work: () => Promise<string>) => {
    setBusy(what);
    setFailure(null);
    try {
      showToast(await work());
      router.refresh();
    } catch (error) {
      setFailure(error);
      // What stands now is shown anew; the choices stay.
      router.refresh();
    }
    setBusy(null);
  };
  const take = () =>
    run('take', async () => {
      const { written } = await client.respondent.forms.take.mutate({
        assessmentId,
        uploadId,
        items: lines.map(({ itemId, version, fields }) => ({
          itemId,
          version,
          choices: Object.fromEntries(
            fields.flatMap(({ field }) => {
              const side = choices.get(`${itemId} ${field}`);
              return side === undefined ? [] : [[field, side]];
            }),
          ),
        })),
      });
      return t('taken', { count: written });
    });
  const discard = () =>
    run('discard', async () => {
      await client.respondent.forms.discard.mutate({ assessmentId, uploadId });
      return t('discarded');
    });
  return (
    <Section id="compared" title={t('compared', { file: waiting.fileName })} className="mt32">
      <p className="read">
        {t('comparedText', {
          at: formatInstant(waiting.uploadedAt, locale),
          read: waiting.read,
          changing,
        })}
      </p>
      {open > 0 ? (
        <Notice tone="warn" className="mt16" title={t('chooseTitle', { count: open })}>
          <p>{t('chooseText')}</p>
        </Notice>
      ) : null}
      {lines.map((line) => (
        <ComparedItem
          key={line.itemId}
          line={line}
          choices={choices}
          onChoose={(key, side) => setChoices(new Map(choices).set(key, side))}
        />
      ))}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <p className="row mt16">
        <Button
          look="primary"
          icon={<IconCheck />}
          busy={busy === 'take'}
          onClick={() => void take()}
          {...(props.writable
            ? open > 0
              ? { disabledReason: t('chooseTitle', { count: open }) }
              : {}
            : { disabledReason: t('notWritable') })}
        >
          {t('takeIn', { count: changing })}
        </Button>
        <Button look="neutral" busy={busy === 'discard'} onClick={() => void discard()}>
          {t('putAway')}
        </Button>
      </p>
    </Section>
  );
}
