'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ROLES, type Role } from '@/domain/access';
import { formatDate, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import type { Member, People } from './people-data';

/**
 * Invites somebody (`member` null) or changes a member. What was typed stays when it is refused; after a colleague's
 * change, what stands now is said above it and the next save starts from there.
 */
export function MemberDialog(props: { people: People; member: Member | null; onClose: () => void }) {
  const { people, member, onClose } = props;
  const t = useTranslations('people.members');
  const words = useTranslations('states.role');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [began] = useState(member?.version ?? 0);
  const [name, setName] = useState(member?.name ?? '');
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState<'ja' | 'en'>('ja');
  const [roles, setRoles] = useState<readonly Role[]>(member?.roles ?? ['operator']);
  const [until, setUntil] = useState(member?.auditorUntil ?? '');
  const [named, setNamed] = useState<readonly string[]>(member?.campaigns.map((each) => each.id) ?? []);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const overtaken = member !== null && member.version !== began;
  const isAuditor = roles.includes('auditor');
  /** An auditor is nothing else; everybody else may be several. */
  const toggleRole = (role: Role, on: boolean) => {
    if (role === 'auditor') setRoles(on ? ['auditor'] : []);
    else setRoles(on ? [...roles.filter((each) => each !== 'auditor'), role] : roles.filter((each) => each !== role));
  };
  const errors = {
    name: name.trim() === '' ? t('nameMissing') : undefined,
    address: member === null && !/^[^\s@]+@[^\s@]+$/.test(address.trim()) ? t('addressWrong') : undefined,
    roles: roles.length === 0 ? t('rolesMissing') : undefined,
    until:
      isAuditor && (until === '' || until < people.today || until > people.latestAuditorDate)
        ? t('untilWrong')
        : undefined,
    campaigns: isAuditor && named.length === 0 ? t('campaignsMissing') : undefined,
  };
  const shown = (error: string | undefined) => (checked ? error : undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(errors).some((error) => error !== undefined)) return;
    setBusy(true);
    setFailure(null);
    const membership = {
      name,
      roles: [...roles],
      auditorUntil: isAuditor ? until : null,
      campaignIds: isAuditor ? [...named] : [],
    };
    try {
      if (member === null)
        await client.bank.members.invite.mutate({ ...membership, address: address.trim(), language });
      else {
        await client.bank.members.change.mutate({ ...membership, memberId: member.id, version: member.version });
      }
      showToast(t(member === null ? 'invitedDone' : 'changedDone', { name }));
      onClose();
      router.refresh();
    } catch (error) {
      setFailure(error);
      // What stands now is shown behind; what was typed stays here.
      router.refresh();
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={member === null ? t('inviteTitle') : t('changeTitle', { name: member.name })}
      description={member === null ? t('inviteText') : t('changeText')}
      end={
        <>
          <Button look="neutral" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" form="member" busy={busy}>
            {t(member === null ? 'inviteConfirm' : 'changeConfirm')}
          </Button>
        </>
      }
    >
      <form id="member" className="fs" onSubmit={save} noValidate>
        {overtaken ? (
          <Notice tone="warn" live="assertive" title={t('stale')}>
            <p>
              {t('staleNow', {
                name: member.name,
                roles: member.roles.map((role) => words(role)).join(t('joint')),
                until: member.auditorUntil === null ? t('none') : formatDate(member.auditorUntil, locale),
                campaigns: member.campaigns.map((each) => each.name).join(t('listJoint')) || t('none'),
              })}
            </p>
          </Notice>
        ) : null}
        {failure === null || (overtaken && refusalOf(failure)?.code === 'stale-record') ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={name}
          error={shown(errors.name)}
          onChange={(event) => setName(event.target.value)}
        />
        {member === null ? (
          <>
            <TextInput
              label={t('address')}
              required
              type="email"
              value={address}
              error={shown(errors.address)}
              onChange={(event) => setAddress(event.target.value)}
            />
            <Select
              label={t('language')}
              value={language}
              options={[
                { value: 'ja', label: t('japanese') },
                { value: 'en', label: t('english') },
              ]}
              onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'ja')}
            />
          </>
        ) : null}
        <fieldset className="mt8">
          <legend className="l">{t('roles')}</legend>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              label={t('roleWithDuty', { role: words(role), duty: t(`duty.${role}`) })}
              checked={roles.includes(role)}
              error={role === 'auditor' ? shown(errors.roles) : undefined}
              onChange={(event) => toggleRole(role, event.target.checked)}
            />
          ))}
        </fieldset>
        {isAuditor ? (
          <>
            <DateField
              label={t('until')}
              hint={t('untilHint')}
              required
              value={until}
              today={people.today}
              error={shown(errors.until)}
              onChange={setUntil}
            />
            <fieldset className="mt8">
              <legend className="l">{t('campaigns')}</legend>
              {people.campaigns.length === 0 ? <p className="sub">{t('noCampaigns')}</p> : null}
              {people.campaigns.map((each) => (
                <Checkbox
                  key={each.id}
                  label={each.name}
                  checked={named.includes(each.id)}
                  onChange={(event) =>
                    setNamed(event.target.checked ? [...named, each.id] : named.filter((id) => id !== each.id))
                  }
                />
              ))}
              <FieldError id="campaigns" error={shown(errors.campaigns)} />
            </fieldset>
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
