'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { DataTable } from '@/ui/data-table';
import { IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';
import type { ServiceLine } from './campaign-data';

/** A page of services with a box each. A missing contact is shown here already; it blocks the launch, not the choice. */
export function ServiceTable(props: {
  lines: readonly ServiceLine[];
  isChosen: (line: ServiceLine) => boolean;
  onChange: (line: ServiceLine, chosen: boolean) => void;
  withWave: boolean;
  onClear: () => void;
}) {
  const t = useTranslations('bank.campaigns.services');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const { lines, isChosen } = props;
  return (
    <DataTable
      caption={t('caption')}
      rows={lines}
      rowKey={(row) => row.id}
      rowClass={(row) => (isChosen(row) ? 'sel' : undefined)}
      minWidth={760}
      state={lines.length === 0 ? { kind: 'no_match', title: t('noMatch'), onClear: props.onClear } : { kind: 'rows' }}
      columns={[
        {
          key: 'vendor',
          head: t('vendor'),
          rowHead: true,
          cell: (row) => (
            <Checkbox
              label={row.vendorName}
              checked={isChosen(row)}
              onChange={(event) => props.onChange(row, event.target.checked)}
            />
          ),
        },
        { key: 'service', head: t('service'), cell: (row) => row.serviceName },
        { key: 'kinds', head: t('kinds'), cell: (row) => row.apiKinds.map((kind) => kinds(kind)).join(t('joint')) },
        { key: 'criticality', head: t('criticality'), cell: (row) => weights(row.criticality) },
        { key: 'last', head: t('lastResult'), cell: (row) => t(`last.${row.lastResult}`) },
        ...(props.withWave
          ? [
              {
                key: 'wave',
                head: t('wave'),
                cell: (row: ServiceLine) => (row.wave === null ? '' : t('waveNumber', { number: row.wave })),
              },
            ]
          : []),
        {
          key: 'contacts',
          head: t('contacts'),
          cell: (row) =>
            row.primaryContact === 'fine' ? (
              t('contactCount', { count: row.contacts })
            ) : (
              <StatusMark
                icon={<IconWarn />}
                label={row.primaryContact === null ? t('noContact') : t('bounced')}
                tone="bad"
                emphasis="act"
              />
            ),
        },
      ]}
    />
  );
}
