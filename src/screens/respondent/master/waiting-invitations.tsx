'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconUserPlus } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import type { MyOrganisation } from './master-data';

/** Invitations to share an organisation's answer master, each to accept or to leave alone. */
export function WaitingInvitations({ invitations }: { invitations: MyOrganisation['invitations'] }) {
  const t = useTranslations('respondent.master');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const join = async (joiningId: string) => {
    setBusyId(joiningId);
    setFailure(null);
    try {
      await client.entry.joinOrganisation.mutate({ joiningId });
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusyId(null);
  };
  return (
    <>
      {invitations.map(({ joiningId, organisationName, inviterName, invitedAt }) => (
        <Notice
          key={joiningId}
          tone="info"
          className="mt16"
          title={t('invitedTo', { organisation: organisationName })}
          actions={
            <Button
              look="neutral"
              size="sm"
              icon={<IconUserPlus />}
              busy={busyId === joiningId}
              onClick={() => void join(joiningId)}
            >
              {t('join')}
            </Button>
          }
        >
          <p>{t('invitedBy', { name: inviterName, at: formatInstant(invitedAt, locale) })}</p>
        </Notice>
      ))}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
    </>
  );
}
