'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import {
  addBankBusinessDays,
  bankBusinessDaysBetween,
  isBankBusinessDay,
  nextBankBusinessDay,
} from '@/domain/business-day';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DateField } from '@/ui/date-field';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import type { Preparation } from './campaign-data';
import { ServicePicker } from './service-picker';

/** Numbers of bank business days, comma or space between them; null when something else is typed. */
function daysOf(typed: string): number[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,\u3001]+/u)
    .filter((part) => part !== '');
  const days = parts.map(Number);
  return days.length <= 6 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 60) ? days : null;
}

/** 実施回を準備する: nothing is sent; the next page shows who would get what when. */
export function CampaignForm({ preparation }: { preparation: Preparation }) {
  const t = useTranslations('bank.campaigns.form');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { defaults, editions, services } = preparation;
  const [name, setName] = useState(t('proposedName', { year: defaults.fiscalYear }));
  const [fiscalYear, setFiscalYear] = useState(defaults.fiscalYear);
  const [referenceDate, setReferenceDate] = useState(defaults.today);
  const [editionId, setEditionId] = useState(editions[0]?.id ?? '');
  const [dueDate, setDueDate] = useState(defaults.dueDate);
  const [reminders, setReminders] = useState(defaults.reminderDays.join(', '));
  const [overdues, setOverdues] = useState(defaults.overdueDays.join(', '));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(services.map((service) => service.id)));
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const reminderDays = daysOf(reminders);
  const overdueDays = daysOf(overdues);
  const errors = {
    name: name.trim() === '' ? t('nameMissing') : undefined,
    referenceDate: referenceDate === '' ? t('dateMissing') : undefined,
    dueDate: dueDate === '' ? t('dateMissing') : dueDate <= defaults.today ? t('duePast') : undefined,
    reminders: reminderDays === null ? t('daysWrong') : undefined,
    overdues: overdueDays === null ? t('daysWrong') : undefined,
    services: chosen.size === 0 ? t('servicesMissing') : undefined,
  };
  const shown = (error: string | undefined) => (checked ? error : undefined);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(errors).some((error) => error !== undefined) || !reminderDays || !overdueDays) return;
    setBusy(true);
    setFailure(null);
    try {
      const { campaignId } = await client.bank.campaigns.create.mutate({
        name,
        fiscalYear,
        referenceDate,
        editionId,
        serviceIds: [...chosen],
        dueDate,
        reminderDays,
        overdueDays,
      });
      router.push(`/campaigns/${campaignId}/launch`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      <Breadcrumb trail={[{ label: t('campaigns'), href: '/campaigns' }, { label: t('title') }]} />
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      <form onSubmit={create} noValidate>
        <Section id="basics" title={t('basics')}>
          <div className="nm">
            <TextInput
              label={t('name')}
              required
              maxLength={100}
              value={name}
              error={shown(errors.name)}
              onChange={(event) => setName(event.target.value)}
            />
            <Select
              label={t('fiscalYear')}
              required
              value={String(fiscalYear)}
              options={[-1, 0, 1].map((away) => ({
                value: String(defaults.fiscalYear + away),
                label: t('year', { year: String(defaults.fiscalYear + away) }),
              }))}
              onChange={(event) => setFiscalYear(Number(event.target.value))}
            />
            <DateField
              label={t('referenceDate')}
              hint={t('referenceHint')}
              required
              value={referenceDate}
              today={defaults.today}
              error={shown(errors.referenceDate)}
              onChange={setReferenceDate}
            />
            <Select
              label={t('edition')}
              required
              value={editionId}
              options={editions.map((edition) => ({
                value: edition.id,
                label: t('editionChoice', { title: edition.title, items: edition.items }),
              }))}
              onChange={(event) => setEditionId(event.target.value)}
            />
          </div>
        </Section>
        <Section id="dates" title={t('dates')} className="mt24">
          <div className="nm">
            <DateField
              label={t('dueDate')}
              hint={t('dueHint', { time: defaults.closingTime })}
              required
              value={dueDate}
              today={defaults.today}
              isHoliday={(day) => !isBankBusinessDay(day)}
              nextBusinessDay={nextBankBusinessDay}
              after={
                dueDate > defaults.today
                  ? t('businessDaysAhead', { days: bankBusinessDaysBetween(defaults.today, dueDate) })
                  : undefined
              }
              error={shown(errors.dueDate)}
              onChange={setDueDate}
            />
            <div>
              <p className="l">{t('usual')}</p>
              <Button onClick={() => setDueDate(addBankBusinessDays(defaults.today, defaults.dueBusinessDays))}>
                {t('useUsual', { days: defaults.dueBusinessDays })}
              </Button>
            </div>
            <TextInput
              label={t('reminders')}
              hint={t('remindersHint')}
              inputMode="numeric"
              value={reminders}
              error={shown(errors.reminders)}
              onChange={(event) => setReminders(event.target.value)}
            />
            <TextInput
              label={t('overdues')}
              hint={t('overduesHint')}
              inputMode="numeric"
              value={overdues}
              error={shown(errors.overdues)}
              onChange={(event) => setOverdues(event.target.value)}
            />
          </div>
        </Section>
        <ServicePicker services={services} chosen={chosen} onChange={setChosen} error={shown(errors.services)} />
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        {checked && Object.values(errors).some((error) => error !== undefined) ? (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{t('someWrong')}</p>
          </Notice>
        ) : null}
        <p className="row mt24">
          <ButtonLink look="neutral" href="/campaigns">
            {t('cancel')}
          </ButtonLink>
          <Button look="primary" type="submit" busy={busy}>
            {t('create', { count: chosen.size })}
          </Button>
        </p>
      </form>
    </>
  );
}
