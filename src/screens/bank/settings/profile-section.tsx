import { useTranslations } from 'next-intl';
import { addressSchema } from '@/domain/address';
import { SELF_TERMS } from '@/domain/self-term';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import type { Settings } from './settings-data';

const LINES = [
  ['nameEn', 100],
  ['department', 100],
  ['departmentEn', 100],
  ['telephone', 40],
  ['replyAddress', 254],
  ['businessHours', 200],
] as const;

/** How the bank shows itself to vendors: names, department, telephone, where answers to mails go. */
export function ProfileSection(props: { settings: Settings; onChange: (part: Partial<Settings>) => void }) {
  const { settings, onChange } = props;
  const t = useTranslations('people.settings');
  return (
    <Section id="profile" title={t('profile')} className="mt24">
      <div className="nm">
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={settings.name}
          error={settings.name.trim() === '' ? t('nameMissing') : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Select
          label={t('selfTerm')}
          value={settings.selfTerm}
          options={SELF_TERMS.map((term) => ({ value: term, label: term }))}
          onChange={(event) =>
            onChange({ selfTerm: SELF_TERMS.find((term) => term === event.target.value) ?? settings.selfTerm })
          }
        />
        {LINES.map(([field, maxLength]) => (
          <TextInput
            key={field}
            label={t(field)}
            hint={field === 'replyAddress' || field === 'telephone' ? t(`${field}Hint`) : undefined}
            maxLength={maxLength}
            value={settings[field]}
            error={
              field === 'replyAddress' && !addressSchema.safeParse(settings.replyAddress).success
                ? t('replyAddressWrong')
                : undefined
            }
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        ))}
      </div>
    </Section>
  );
}
