'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DataTable } from '@/ui/data-table';
import { IconSearch, IconWarn } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { TextInput } from '@/ui/text-input';
import type { Preparation } from './campaign-data';

/** Which services are assessed. A missing contact is shown here already; it blocks the launch, not the preparation. */
export function ServicePicker(props: {
  services: Preparation['services'];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  error: string | undefined;
}) {
  const t = useTranslations('bank.campaigns.services');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const { services, chosen } = props;
  const [search, setSearch] = useState('');
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  const shown = services.filter(({ vendorName, name }) =>
    `${vendorName} ${name}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
  const change = (ids: readonly string[], add: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (add) next.add(id);
      else next.delete(id);
    }
    props.onChange(next);
  };
  const ids = shown.map((service) => service.id);
  return (
    <Section id="services" title={t('title', { chosen: chosen.size, all: services.length })} className="mt24">
      <div className="row filters mt8">
        <TextInput
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          icon={<IconSearch />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button size="sm" onClick={() => change(ids, true)}>
          {t('all', { count: ids.length })}
        </Button>
        <Button size="sm" look="neutral" onClick={() => change(ids, false)}>
          {t('none')}
        </Button>
      </div>
      {props.error ? (
        <Notice tone="bad" className="mt8">
          <p>{props.error}</p>
        </Notice>
      ) : null}
      <div className="mt12">
        <DataTable
          caption={t('caption')}
          rows={shown}
          rowKey={(row) => row.id}
          rowClass={(row) => (chosen.has(row.id) ? 'sel' : undefined)}
          state={
            shown.length === 0
              ? { kind: 'no_match', title: t('noMatch'), onClear: () => setSearch('') }
              : { kind: 'rows' }
          }
          columns={[
            {
              key: 'vendor',
              head: t('vendor'),
              rowHead: true,
              cell: (row) => (
                <Checkbox
                  label={row.vendorName}
                  checked={chosen.has(row.id)}
                  onChange={(event) => change([row.id], event.target.checked)}
                />
              ),
            },
            { key: 'service', head: t('service'), cell: (row) => row.name },
            { key: 'kinds', head: t('kinds'), cell: (row) => row.apiKinds.map((kind) => kinds(kind)).join(t('joint')) },
            { key: 'criticality', head: t('criticality'), cell: (row) => weights(row.criticality) },
            {
              key: 'contacts',
              head: t('contacts'),
              cell: (row) =>
                row.hasPrimary ? (
                  t('contactCount', { count: row.contacts })
                ) : (
                  <StatusMark icon={<IconWarn />} label={t('noContact')} tone="bad" emphasis="act" />
                ),
            },
          ]}
        />
      </div>
    </Section>
  );
}
