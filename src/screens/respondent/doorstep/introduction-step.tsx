'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextInput } from '@/ui/text-input';
import type { Mine } from './doorstep-data';
import { useAttempt } from './use-attempt';

const NAME_MAX = 100;

/**
 * Name and department, asked at each sign-in: many companies answer from one shared mailbox. What was said the last time
 * stands there, to be confirmed or put right.
 */
export function IntroductionStep({ lastTime, onIntroduced }: { lastTime: Mine['lastTime']; onIntroduced: () => void }) {
  const t = useTranslations('entry.respond.introduction');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, run } = useAttempt();
  const [name, setName] = useState(lastTime?.name ?? '');
  const [department, setDepartment] = useState(lastTime?.department ?? '');
  const [tried, setTried] = useState(false);
  const lacking = (text: string) => tried && text.trim() === '';
  const introduce = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || department.trim() === '') return;
    if (await run(() => client.entry.introduce.mutate({ name, department }))) onIntroduced();
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="read mt12">{t('text')}</p>
      {lastTime === null ? null : <p className="read mt12">{t('lastTime')}</p>}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <form className="mt24" onSubmit={(event) => void introduce(event)} noValidate>
        <TextInput
          label={t('name')}
          required
          autoComplete="name"
          maxLength={NAME_MAX}
          value={name}
          error={lacking(name) ? t('nameMissing') : undefined}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        <div className="mt16">
          <TextInput
            label={t('department')}
            required
            hint={t('departmentHint')}
            autoComplete="organization-title"
            maxLength={NAME_MAX}
            value={department}
            error={lacking(department) ? t('departmentMissing') : undefined}
            onChange={(event) => setDepartment(event.target.value)}
          />
        </div>
        <p className="mt24">
          <Button look="primary" size="lg" type="submit" busy={busy}>
            {busy ? t('busy') : t('enter')}
          </Button>
        </p>
      </form>
    </>
  );
}
