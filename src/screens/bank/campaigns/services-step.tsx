'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import type { CampaignDraft, ServiceLine, ServicePage } from './campaign-data';
import { hrefOfServices, type ServiceSearch } from './service-search';
import { ServiceSearchFields } from './service-search-fields';
import { ServiceTable } from './service-table';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** Which services are assessed, and in which wave: one by one, or everything that a search finds. Each press is saved. */
export function ServicesStep(props: { draft: CampaignDraft; services: ServicePage; search: ServiceSearch }) {
  const { draft, services, search } = props;
  const t = useTranslations('bank.campaigns.services');
  const words = useTranslations('bank.campaigns.wizard');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { campaignId } = draft;
  const waves = draft.waves.length;
  const base = hrefOfStep(campaignId, 'services');
  const [wave, setWave] = useState(1);
  /** What was pressed on this page and may not be in `services` yet. */
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const isChosen = (line: ServiceLine) => pressed.get(line.id) ?? line.wave !== null;
  const go = (part: Partial<ServiceSearch>) => router.push(hrefOfServices(base, { ...search, ...part }));

  const choose = async (change: 'add' | 'remove', line: ServiceLine | null) => {
    setBusy(line === null ? change : line.id);
    setFailure(null);
    if (line !== null) setPressed((before) => new Map(before).set(line.id, change === 'add'));
    try {
      await client.bank.campaigns.chooseServices.mutate({
        campaignId,
        change,
        wave: Math.min(wave, waves),
        serviceIds: line === null ? [] : [line.id],
        matching: line === null ? search : null,
      });
      if (line === null) setPressed(new Map());
    } catch (error) {
      setFailure(error);
      setPressed(new Map());
    }
    setBusy(null);
    router.refresh();
  };
  return (
    <WizardFrame
      campaignId={campaignId}
      name={draft.name}
      step="services"
      title={words('title.services')}
      lead={words('lead.services')}
    >
      <Section id="services" title={t('title', { chosen: services.chosen })} className="mt24">
        <ServiceSearchFields search={search} waves={waves} withChosen onChange={go} />
        <div className="row filters mt8">
          {waves > 1 ? (
            <Select
              label={t('intoWave')}
              value={String(wave)}
              options={Array.from({ length: waves }, (_, index) => ({
                value: String(index + 1),
                label: t('waveNumber', { number: index + 1 }),
              }))}
              onChange={(event) => setWave(Number(event.target.value))}
            />
          ) : null}
          <Button size="sm" busy={busy === 'add'} onClick={() => void choose('add', null)}>
            {waves > 1
              ? t('allIntoWave', { count: services.total, number: wave })
              : t('all', { count: services.total })}
          </Button>
          <Button size="sm" look="neutral" busy={busy === 'remove'} onClick={() => void choose('remove', null)}>
            {t('none')}
          </Button>
        </div>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt8">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <div className="mt12">
          <ServiceTable
            lines={services.lines}
            isChosen={isChosen}
            onChange={(line, add) => void choose(add ? 'add' : 'remove', line)}
            withWave={waves > 1}
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
      <p className="row mt24">
        <ButtonLink look="neutral" href={hrefOfStep(campaignId, 'items')}>
          {words('back')}
        </ButtonLink>
        <ButtonLink look="primary" href={hrefOfStep(campaignId, 'dates')}>
          {words('next.dates')}
        </ButtonLink>
      </p>
    </WizardFrame>
  );
}
