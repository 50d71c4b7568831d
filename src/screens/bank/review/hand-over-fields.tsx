import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

/** Who takes over at the vendor; null: nobody else, the same person gets another link. */
export type HandOver = { name: string; address: string; language: 'ja' | 'en' } | null;

/** Another link for the same person, or for somebody who takes over. */
export function HandOverFields({ to, onChange }: { to: HandOver; onChange: (to: HandOver) => void }) {
  const t = useTranslations('bank.review.actions.reissue');
  return (
    <>
      <Checkbox
        label={t('other')}
        checked={to !== null}
        onChange={(event) => onChange(event.target.checked ? { name: '', address: '', language: 'ja' } : null)}
      />
      {to === null ? null : (
        <>
          <p className="sub">{t('otherHint')}</p>
          <TextInput
            label={t('name')}
            required
            maxLength={100}
            value={to.name}
            onChange={(event) => onChange({ ...to, name: event.target.value })}
          />
          <TextInput
            label={t('address')}
            required
            type="email"
            value={to.address}
            onChange={(event) => onChange({ ...to, address: event.target.value })}
          />
          <Select
            label={t('language')}
            value={to.language}
            options={[
              { value: 'ja', label: t('japanese') },
              { value: 'en', label: t('english') },
            ]}
            onChange={(event) => onChange({ ...to, language: event.target.value === 'en' ? 'en' : 'ja' })}
          />
        </>
      )}
    </>
  );
}
