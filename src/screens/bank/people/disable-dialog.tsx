'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Notice } from '@/ui/notice';
import { showToast } from '@/ui/show-toast';
import type { Member } from './people-data';

/**
 * Disables a member, or lets one in again. What was asked for stays what is asked for: after a colleague's change the
 * dialog says what stands now, and a second press does it to that.
 */
export function DisableDialog(props: {
  /** As the member stood when the dialog was opened. */
  opened: Member;
  /** As the page last read the member; null once another page of the list holds them. */
  standing: Member | null;
  disable: boolean;
  onClose: () => void;
}) {
  const { opened, disable, onClose } = props;
  const member = props.standing ?? opened;
  const t = useTranslations('people.members');
  const words = useTranslations('states.role');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const overtaken = member.version !== opened.version;
  const alreadySo = (member.disabledAt !== null) === disable;
  const { name } = member;
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.members.disable.mutate({ memberId: member.id, disabled: disable, version: member.version });
      showToast(t(disable ? 'disabledDone' : 'enabledDone', { name }));
      onClose();
    } catch (error) {
      setFailure(error);
    }
    // After a refusal, too: what stands now is said above the second press.
    router.refresh();
    setBusy(false);
  };
  return (
    <ConfirmDialog
      open
      onCancel={onClose}
      onConfirm={() => void confirm()}
      busy={busy}
      danger={disable}
      {...(overtaken && alreadySo ? { disabledReason: t(disable ? 'disabledAlready' : 'enabledAlready') } : {})}
      title={t(disable ? 'disableTitle' : 'enableTitle', { name })}
      description={t(disable ? 'disableText' : 'enableText')}
      confirmLabel={t(disable ? 'disableConfirm' : 'enableConfirm')}
      cancelLabel={t('cancel')}
    >
      {overtaken ? (
        <Notice tone="warn" live="assertive" title={t(disable ? 'staleDisable' : 'staleEnable')}>
          <p>
            {t('staleStanding', {
              name,
              state: t(member.disabledAt === null ? 'active' : 'disabled'),
              roles: member.roles.map((role) => words(role)).join(t('joint')),
              until: member.auditorUntil === null ? t('none') : formatDate(member.auditorUntil, locale),
              campaigns: member.campaigns.map((each) => each.name).join(t('listJoint')) || t('none'),
            })}
          </p>
          <p>{t(alreadySo ? (disable ? 'disabledAlready' : 'enabledAlready') : 'pressAgain')}</p>
        </Notice>
      ) : null}
      {failure === null || (overtaken && refusalOf(failure)?.code === 'stale-record') ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
