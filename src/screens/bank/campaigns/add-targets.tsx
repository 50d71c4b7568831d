'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isBankBusinessDay, nextBankBusinessDay } from '@/domain/business-day';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateField } from '@/ui/date-field';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import type { CampaignView, ServiceLine, ServicePage } from './campaign-data';
import { hrefOfServices, type ServiceSearch } from './service-search';
import { ServiceSearchFields } from './service-search-fields';
import { ServiceTable } from './service-table';

type Left = { serviceId: string; vendorName: string; why: 'already' | 'no-contact' | 'bounced' | 'archived' };

/** 対象を追加: more services for a running campaign, with a date for their links and a due date of their own. */
export function AddTargets(props: { campaign: CampaignView; services: ServicePage; search: ServiceSearch }) {
  const { campaign, services, search } = props;
  const t = useTranslations('bank.campaigns.add');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const base = `/campaigns/${campaign.id}/add`;
  const [chosen, setChosen] = useState<ReadonlyMap<string, ServiceLine>>(new Map());
  const [sendOn, setSendOn] = useState('');
  const [dueDate, setDueDate] = useState(campaign.dueDate > campaign.today ? campaign.dueDate : '');
  const [checked, setChecked] = useState(false);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [left, setLeft] = useState<readonly Left[]>([]);
  const dueError = dueDate === '' || dueDate <= campaign.today ? t('dueWrong') : undefined;
  const noneError = chosen.size === 0 ? t('noneChosen') : undefined;
  const choose = (line: ServiceLine, add: boolean) => {
    const next = new Map(chosen);
    if (add) next.set(line.id, line);
    else next.delete(line.id);
    setChosen(next);
  };
  const go = (part: Partial<ServiceSearch>) => router.push(hrefOfServices(base, { ...search, ...part }));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (dueError === undefined && noneError === undefined) setAsking(true);
  };
  const add = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const outcome = await client.bank.campaigns.addTargets.mutate({
        campaignId: campaign.id,
        serviceIds: [...chosen.keys()],
        sendOn: sendOn || null,
        dueDate,
      });
      setAsking(false);
      setChosen(new Map());
      if (outcome.left.length === 0) {
        router.push(`/campaigns/${campaign.id}`);
        return;
      }
      setLeft(outcome.left);
      router.refresh();
    } catch (error) {
      setFailure(error);
      setAsking(false);
    }
    setBusy(false);
  };
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('campaigns'), href: '/campaigns' },
          { label: campaign.name, href: `/campaigns/${campaign.id}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      {left.length === 0 ? null : (
        <Notice tone="warn" live="polite" title={t('leftTitle', { count: left.length })}>
          <ul>
            {left.map((each) => (
              <li key={each.serviceId}>{t('leftOut', { vendor: each.vendorName, why: t(`why.${each.why}`) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section id="services" title={t('services', { count: chosen.size })} className="mt24">
        <ServiceSearchFields search={search} waves={1} withChosen={false} onChange={go} />
        <div className="mt12">
          <ServiceTable
            lines={services.lines}
            isChosen={(line) => chosen.has(line.id)}
            onChange={choose}
            withWave={false}
            onClear={() => router.push(base)}
          />
        </div>
        <Pager
          page={services.page}
          pageSize={services.pageSize}
          total={services.total}
          hrefOf={(page) => hrefOfServices(base, search, page)}
        />
      </Section>
      <form onSubmit={ask} noValidate>
        <Section id="dates" title={t('dates')} className="mt24">
          <div className="nm">
            <DateField
              label={t('sendOn')}
              hint={t('sendOnHint')}
              value={sendOn}
              today={campaign.today}
              isHoliday={(day) => !isBankBusinessDay(day)}
              nextBusinessDay={nextBankBusinessDay}
              onChange={setSendOn}
            />
            <DateField
              label={t('dueDate')}
              required
              value={dueDate}
              today={campaign.today}
              isHoliday={(day) => !isBankBusinessDay(day)}
              nextBusinessDay={nextBankBusinessDay}
              error={checked ? dueError : undefined}
              onChange={setDueDate}
            />
          </div>
        </Section>
        {failure === null && !(checked && noneError) ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{failure === null ? noneError : refusalText(failure)}</p>
          </Notice>
        )}
        <p className="row mt24">
          <ButtonLink look="neutral" href={`/campaigns/${campaign.id}`}>
            {t('cancel')}
          </ButtonLink>
          <Button look="primary" type="submit" busy={busy}>
            {t('add', { count: chosen.size })}
          </Button>
        </p>
      </form>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void add()}
        busy={busy}
        title={t('confirmTitle', { count: chosen.size })}
        description={t('confirmText')}
        rows={[...chosen.values()].slice(0, 10).map((line) => ({ key: line.id, text: line.vendorName }))}
        confirmLabel={t('add', { count: chosen.size })}
        cancelLabel={t('cancel')}
      />
    </>
  );
}
