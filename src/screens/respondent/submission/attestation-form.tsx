'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { bankNameIn } from '@/domain/bank-name';
import { CONFIRMATIONS, type Confirmation } from '@/domain/confirmations';
import type { Locale } from '@/domain/date-format';
import { joinSubmitter, titleOf } from '@/domain/submitter';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { IconError, IconSend } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { TextInput } from '@/ui/text-input';
import { useCalls } from '../signed-in';
import type { WorkspaceData } from '../workspace/workspace-data';

/** Who submits, by name, department and title, and what they confirm. */
export function AttestationForm(props: {
  data: WorkspaceData;
  asOf: string;
  /** How many items stand in the way. */
  lacking: number;
  /** How many items hold a text that is not on the server. */
  unsent: number;
  /** How many items the bank returned; null: this answers no return. */
  asked: number | null;
  /** The 通番 that the bank asked for and that nothing came of, named once more before it is sent. */
  unmoved: readonly string[];
  /** Stands beside the button that submits. */
  print: ReactNode;
}) {
  const t = useTranslations('respondent.submission');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { attempt, isAsking } = useCalls();
  const { data, lacking } = props;
  const [name, setName] = useState(data.me.name);
  const [department, setDepartment] = useState(data.me.department);
  const [title, setTitle] = useState(() => titleOf(data.me.name, data.rounds));
  const [confirmed, setConfirmed] = useState<readonly Confirmation[]>([]);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const why = useId();
  const open = CONFIRMATIONS.length - confirmed.length;
  const nameless = [name, department, title].some((text) => text.trim() === '');
  const submitter = joinSubmitter(department, title);
  const reason =
    data.notWritable !== null
      ? t('notWritable')
      : lacking > 0 || open > 0
        ? t(`stillOpen.${lacking === 0 ? 'boxes' : open === 0 ? 'items' : 'both'}`, { lacking, open })
        : props.unsent > 0
          ? t('unsent.reason', { count: props.unsent })
          : nameless
            ? t('nameless')
            : undefined;

  const submit = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const submission = {
        assessmentId: data.assessmentId,
        seen: data.receiptHash,
        submitterName: name,
        submitterDepartment: department,
        submitterTitle: title,
        confirmations: [...confirmed],
      };
      await attempt(() => client.respondent.submission.submit.mutate(submission));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setAsking(false);
    // Also after a refusal: what changed meanwhile is to be read before pressing again.
    router.refresh();
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (reason === undefined) setAsking(true);
  };
  return (
    <Section id="attestation" title={t('attestation')}>
      <form onSubmit={ask}>
        <fieldset className="at read">
          <legend className="vh">{t('attestation')}</legend>
          {CONFIRMATIONS.map((each) => (
            <Checkbox
              key={each}
              label={t(`confirm.${each}`, { date: props.asOf })}
              checked={confirmed.includes(each)}
              onChange={(event) =>
                setConfirmed(event.target.checked ? [...confirmed, each] : confirmed.filter((one) => one !== each))
              }
            />
          ))}
        </fieldset>
        <div className="nm mt16">
          <TextInput
            label={t('name')}
            required
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextInput
            label={t('departmentOf')}
            required
            maxLength={100}
            value={department}
            onChange={(event) => setDepartment(event.target.value)}
          />
          <TextInput
            label={t('titleOf')}
            required
            autoComplete="organization-title"
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" title={t('notSubmitted')}>
            <p>{refusalText(failure)}</p>
            {refusalOf(failure)?.code === 'stale-record' ? <p>{t('changedMeanwhile')}</p> : null}
          </Notice>
        )}
        <div className="sb mt16">
          <div className="grow">
            <p>
              <b>{t('whatHappens', { bank: bankNameIn(locale, data.bank) })}</b>
            </p>
            <p>{t('takeBackHint')}</p>
          </div>
          <div className="row">
            {props.print}
            <Button
              look="primary"
              size="lg"
              type="submit"
              icon={<IconSend />}
              busy={busy}
              aria-disabled={reason !== undefined}
              aria-describedby={why}
            >
              {t('submit')}
            </Button>
          </div>
        </div>
        <p id={why} className="mt8" role="status">
          {reason === undefined ? null : <StatusMark icon={<IconError />} label={reason} tone="bad" />}
        </p>
      </form>
      <ConfirmDialog
        open={asking && !isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void submit()}
        busy={busy}
        title={t('confirmTitle', { bank: bankNameIn(locale, data.bank) })}
        description={[
          props.asked === null
            ? t('confirmText', { total: data.items.length, name, title: submitter })
            : t('returned.confirmText', { asked: props.asked, name, title: submitter }),
          ...(props.unmoved.length > 0 ? [t('confirmUnmoved', { numbers: props.unmoved.join(t('joint')) })] : []),
        ].join(' ')}
        confirmLabel={t('submit')}
        cancelLabel={t('notNow')}
      />
    </Section>
  );
}
