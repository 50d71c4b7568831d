'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import { useOrganisationChange } from './use-organisation-change';

/** How the organisation calls itself. */
export function OrganisationName({ name }: { name: string }) {
  const t = useTranslations('respondent.master');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, change } = useOrganisationChange();
  const [typed, setTyped] = useState(name);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (await change(() => client.organisation.rename.mutate({ name: typed }))) showToast(t('renamed'));
  };
  return (
    <form className="row mt24" onSubmit={rename}>
      <TextInput
        label={t('organisationName')}
        required
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed === name ? null : (
        <Button
          look="neutral"
          type="submit"
          busy={busy}
          {...(typed.trim() === '' ? { disabledReason: t('nameless') } : {})}
        >
          {t('rename')}
        </Button>
      )}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
    </form>
  );
}
