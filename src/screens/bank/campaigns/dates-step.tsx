'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { addBankBusinessDays } from '@/domain/business-day';
import { formatDate, formatDeadline, type Locale } from '@/domain/date-format';
import { MAX_WAVES } from '@/domain/wave';
import { Button } from '@/ui/button';
import { IconPlus } from '@/ui/icons';
import { Section } from '@/ui/section';
import { TextInput } from '@/ui/text-input';
import type { CampaignDraft } from './campaign-data';
import { readNoticeDays } from './notice-days';
import { StepEnd } from './step-end';
import { useDraftSave } from './use-draft-save';
import { type TypedWave, WaveFields, waveWrong } from './wave-fields';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** Waves with their days, and when to remind. */
export function DatesStep({ draft }: { draft: CampaignDraft }) {
  const t = useTranslations('bank.campaigns.form');
  const words = useTranslations('bank.campaigns.wizard');
  const locale = useLocale() as Locale;
  const { campaignId, today, closingTime } = draft;
  const [waves, setWaves] = useState<(TypedWave & { key: number; targets: number })[]>(() =>
    draft.waves.map((wave, key) => ({ key, sendOn: wave.sendOn ?? '', dueDate: wave.dueDate, targets: wave.targets })),
  );
  const [reminders, setReminders] = useState(draft.reminderDays.join(', '));
  const [overdues, setOverdues] = useState(draft.overdueDays.join(', '));
  const [checked, setChecked] = useState(false);
  const { save, busy, failure, stale } = useDraftSave(draft);
  const reminderDays = readNoticeDays(reminders);
  const overdueDays = readNoticeDays(overdues);
  const wrong =
    waves.some((wave) => Object.keys(waveWrong(wave, today)).length > 0) ||
    reminderDays === null ||
    overdueDays === null;
  const addWave = () => {
    const latest = [today, ...waves.map((wave) => wave.dueDate)].toSorted().at(-1) ?? today;
    const sendOn = addBankBusinessDays(latest, 1);
    const dueDate = addBankBusinessDays(sendOn, draft.dueBusinessDays);
    const key = Math.max(0, ...waves.map((wave) => wave.key)) + 1;
    setWaves([...waves, { key, sendOn, dueDate, targets: 0 }]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong || !reminderDays || !overdueDays) return;
    const kept = waves.map(({ sendOn, dueDate }) => ({ sendOn: sendOn === '' ? null : sendOn, dueDate }));
    void save({ waves: kept, reminderDays, overdueDays }, hrefOfStep(campaignId, 'texts'));
  };
  const dayOf = (wave: CampaignDraft['waves'][number]) =>
    `${wave.sendOn === null ? t('onLaunch') : formatDate(wave.sendOn, locale)} → ${formatDeadline(wave.dueDate, closingTime, locale)}`;
  return (
    <WizardFrame
      campaignId={campaignId}
      name={draft.name}
      step="dates"
      title={words('title.dates')}
      lead={words('lead.dates')}
    >
      <form onSubmit={submit} noValidate>
        <Section
          id="waves"
          title={t('waves')}
          className="mt24"
          actions={
            waves.length < MAX_WAVES ? (
              <Button size="sm" icon={<IconPlus />} onClick={addWave}>
                {t('addWave')}
              </Button>
            ) : undefined
          }
        >
          <p className="sub mt8">{t('wavesHint')}</p>
          {waves.map((wave, index) => (
            <WaveFields
              key={wave.key}
              wave={wave}
              number={waves.length > 1 ? index + 1 : null}
              targets={wave.targets}
              today={today}
              closingTime={closingTime}
              usualDays={draft.dueBusinessDays}
              checked={checked}
              onChange={(changed) =>
                setWaves(waves.map((each) => (each.key === wave.key ? { ...each, ...changed } : each)))
              }
              onRemove={waves.length > 1 ? () => setWaves(waves.filter((each) => each.key !== wave.key)) : null}
            />
          ))}
        </Section>
        <Section id="notices" title={t('notices')} className="mt24">
          <div className="nm">
            <TextInput
              label={t('reminders')}
              hint={t('remindersHint')}
              inputMode="numeric"
              value={reminders}
              error={checked && reminderDays === null ? t('daysWrong') : undefined}
              onChange={(event) => setReminders(event.target.value)}
            />
            <TextInput
              label={t('overdues')}
              hint={t('overduesHint')}
              inputMode="numeric"
              value={overdues}
              error={checked && overdueDays === null ? t('daysWrong') : undefined}
              onChange={(event) => setOverdues(event.target.value)}
            />
          </div>
        </Section>
        <StepEnd
          back={{ href: hrefOfStep(campaignId, 'services'), label: words('back') }}
          onwards={words('next.texts')}
          busy={busy}
          failure={failure}
          wrong={checked && wrong}
          standing={
            stale
              ? [
                  ...draft.waves.map((wave, index) => ({
                    key: `wave-${index}`,
                    term: t('waveTitle', { number: index + 1, targets: wave.targets }),
                    value: dayOf(wave),
                  })),
                  { key: 'reminders', term: t('reminders'), value: draft.reminderDays.join(', ') },
                  { key: 'overdues', term: t('overdues'), value: draft.overdueDays.join(', ') },
                ]
              : null
          }
        />
      </form>
    </WizardFrame>
  );
}
