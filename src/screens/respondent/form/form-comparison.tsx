'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/show-toast';
import { itemAnchor } from './compared-item';
import { ComparedItems } from './compared-items';
import { choiceKey, firstOpen, openChoices, partedLines, type WaitingForm } from './form-data';
import { TakeBar } from './take-bar';
import { useFormChoices } from './use-form-choices';

const lookAt = (id: string) => document.getElementById(id)?.focus();

/** What the returned form would change: by item and cell, the file and the answer now; nothing is written before a press. */
export function FormComparison(props: {
  assessmentId: string;
  waiting: WaitingForm;
  writable: boolean;
  /** Just brought back: the eyes go there. */
  arriving: boolean;
}) {
  const t = useTranslations('respondent.form');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { assessmentId, waiting, arriving } = props;
  const { uploadId, lines } = waiting;
  const { choices, choose, forget } = useFormChoices(uploadId);
  const [busy, setBusy] = useState<'take' | 'discard' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  /** The comparison that somebody's save has overtaken. */
  const overtaken = useRef<WaitingForm['lines'] | null>(null);
  const parts = partedLines(lines);
  const changing = parts.chosen.length + parts.plain.length;
  const open = openChoices(lines, choices);
  const next = firstOpen([...parts.chosen, ...parts.plain], choices);
  useEffect(() => {
    if (arriving) lookAt('comparison');
  }, [arriving]);
  const nextId = next?.itemId ?? null;
  useEffect(() => {
    if (overtaken.current === null || overtaken.current === lines) return;
    overtaken.current = null;
    lookAt(nextId === null ? 'comparison' : itemAnchor(nextId));
  }, [lines, nextId]);
  const run = async (what: 'take' | 'discard', work: () => Promise<string>) => {
    setBusy(what);
    setFailure(null);
    try {
      showToast(await work());
      forget();
    } catch (error) {
      setFailure(error);
      overtaken.current = refusalOf(error)?.code === 'form-overtaken' ? lines : null;
    }
    // What stands now is shown anew; choices over what stayed remain.
    router.refresh();
    setBusy(null);
  };
  const take = () =>
    run('take', async () => {
      const { written } = await client.respondent.forms.take.mutate({
        assessmentId,
        uploadId,
        items: lines.map((line) => ({
          itemId: line.itemId,
          version: line.version,
          choices: Object.fromEntries(
            line.fields.flatMap(({ field }) => {
              const side = choices.get(choiceKey(line, field));
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
  const said = { at: formatInstant(waiting.uploadedAt, locale), read: waiting.read };
  return (
    <div id="comparison" tabIndex={-1} className="compared">
      <Section id="compared" title={t('compared', { file: waiting.fileName })} className="mt32">
        <p className="read">{changing === 0 ? t('unchangedText', said) : t('comparedText', { ...said, changing })}</p>
        {waiting.passedOver.length > 0 ? (
          <Notice tone="warn" title={t('passedOver', { count: waiting.passedOver.length })}>
            <p>{t('passedOverText', { numbers: waiting.passedOver.join(t('joint')) })}</p>
          </Notice>
        ) : null}
        <TakeBar
          changing={changing}
          open={open}
          busy={busy}
          writable={props.writable}
          onJump={next === null ? null : () => lookAt(itemAnchor(next.itemId))}
          onTake={() => void take()}
          onDiscard={() => void discard()}
        />
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <ComparedItems parts={parts} choices={choices} open={open} onChoose={choose} />
      </Section>
    </div>
  );
}
