'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTRPCClient } from '@/trpc/client/provider';
import { useBankSwitch } from '@/trpc/client/use-bank-switch';
import { AppBar } from '@/ui/app-bar';
import { Button } from '@/ui/button';
import { ChoiceMenu } from '@/ui/choice-menu';
import { IconLock, IconSignOut } from '@/ui/icons';
import { showToast } from '@/ui/show-toast';
import { Tag } from '@/ui/tag';

/** The auditor's bar: the same as the bank's, marked 閲覧のみ. */
export function AuditorBar(props: {
  name: string;
  tenantId: string;
  bankName: string;
  bankNameEn: string;
  /** The banks that this person serves. */
  banks: readonly { tenantId: string; name: string; nameEn: string }[];
}) {
  const t = useTranslations('auditor.frame');
  const roles = useTranslations('states.role');
  const locale = useLocale();
  const client = useTRPCClient();
  const say = useTranslations('entry.bankSwitch');
  const bankSwitch = useBankSwitch((sentence) => showToast(sentence, { tone: 'bad' }));
  const ownName = locale === 'ja' ? props.bankName : props.bankNameEn;
  const signOut = async () => {
    await client.entry.signOut.mutate({});
    window.location.assign('/sign-in');
  };
  return (
    <AppBar
      home="/history"
      tenant={
        props.banks.length > 1 ? (
          <ChoiceMenu
            label={say('label')}
            value={props.tenantId}
            choices={props.banks.map((bank) => ({
              value: bank.tenantId,
              label: locale === 'ja' ? bank.name : bank.nameEn,
            }))}
            onChoose={(tenantId) => void bankSwitch.goOver(tenantId)}
            busy={bankSwitch.busy}
          />
        ) : (
          ownName
        )
      }
      nav={[{ href: '/history', label: t('history'), current: true }]}
      who={{ name: props.name, role: roles('auditor') }}
      badge={<Tag icon={<IconLock />}>{t('readOnly')}</Tag>}
      signOut={
        <Button look="neutral" size="sm" icon={<IconSignOut />} iconOnly onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      }
    />
  );
}
