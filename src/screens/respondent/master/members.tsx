'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DataTable } from '@/ui/data-table';
import { IconUserPlus } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import type { OrganisationData } from './master-data';
import { useOrganisationChange } from './use-organisation-change';

type Member = OrganisationData['members'][number];

/** Who shares the answer master, who was invited, and inviting another: the only way in. */
export function Members({ organisation }: { organisation: OrganisationData }) {
  const t = useTranslations('respondent.master');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, change } = useOrganisationChange();
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState<'ja' | 'en'>('ja');
  /** The form was sent since the last invitation: only then a blank field is a fault. */
  const [asked, setAsked] = useState(false);
  const [ending, setEnding] = useState<Member | null>(null);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (address.trim() === '') return;
    if (await change(() => client.organisation.invite.mutate({ address, language }))) {
      setAddress('');
      setAsked(false);
      showToast(t('invited'));
    }
  };
  const end = async () => {
    if (ending) await change(() => client.organisation.endMembership.mutate({ personId: ending.personId }));
    setEnding(null);
  };
  return (
    <Section id="members" title={t('members')} className="mt24">
      <DataTable
        caption={t('members')}
        rows={organisation.members}
        rowKey={({ personId }) => personId}
        columns={[
          {
            key: 'name',
            head: t('memberName'),
            cell: ({ name, isMe }) => (isMe ? t('me', { name }) : name),
            rowHead: true,
          },
          { key: 'joined', head: t('joinedAt'), cell: ({ joinedAt }) => formatInstant(joinedAt, locale) },
          {
            key: 'end',
            head: t('actions'),
            cell: (member) => (
              <Button
                look="quiet"
                size="sm"
                aria-label={member.isMe ? t('leave') : t('endOf', { name: member.name })}
                onClick={() => setEnding(member)}
              >
                {member.isMe ? t('leave') : t('end')}
              </Button>
            ),
          },
        ]}
      />
      {organisation.invitations.length > 0 ? (
        <ul className="plain mt8">
          {organisation.invitations.map(({ joiningId, address: to, mailState, invitedAt }) => (
            <li key={joiningId} className="row between mt8">
              <span>
                {t('openInvitation', { address: to, at: formatInstant(invitedAt, locale), state: mailState })}
              </span>
              <Button
                look="quiet"
                size="sm"
                busy={busy}
                aria-label={t('revokeOf', { address: to })}
                onClick={() => void change(() => client.organisation.revoke.mutate({ joiningId }))}
              >
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form className="row end-line mt16" onSubmit={invite} noValidate>
        <TextInput
          label={t('address')}
          hint={t('addressHint')}
          required
          inputMode="email"
          autoComplete="off"
          value={address}
          error={asked && address.trim() === '' ? t('addressMissing') : undefined}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Select
          label={t('language')}
          value={language}
          options={[
            { value: 'ja', label: t('languageJa') },
            { value: 'en', label: t('languageEn') },
          ]}
          onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'ja')}
        />
        <Button look="neutral" type="submit" icon={<IconUserPlus />} busy={busy}>
          {t('invite')}
        </Button>
      </form>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <ConfirmDialog
        open={ending !== null}
        onCancel={() => setEnding(null)}
        onConfirm={() => void end()}
        title={ending?.isMe ? t('leaveTitle') : t('endTitle', { name: ending?.name ?? '' })}
        description={t('endText')}
        confirmLabel={ending?.isMe ? t('leave') : t('end')}
        cancelLabel={t('endCancel')}
        busy={busy}
        danger
      />
    </Section>
  );
}
