import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { IconCheck, IconClock, IconClose, IconMail } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';
import type { Member } from './people-data';

/** Where a member stands, as icon and word. */
export function MemberMark({ member }: { member: Member }) {
  const t = useTranslations('people.members');
  const locale = useLocale() as Locale;
  switch (member.standing) {
    case 'invited':
      return <StatusMark icon={<IconMail />} label={t('invited')} tone="mute" />;
    case 'active':
      return <StatusMark icon={<IconCheck />} label={t('active')} tone="ok" />;
    case 'ended':
      return <StatusMark icon={<IconClock />} label={t('ended')} tone="mute" />;
    case 'disabled':
      return (
        <StatusMark
          icon={<IconClose />}
          label={
            member.disabledAt ? t('disabledSince', { at: formatInstant(member.disabledAt, locale) }) : t('disabled')
          }
          tone="mute"
        />
      );
  }
}
