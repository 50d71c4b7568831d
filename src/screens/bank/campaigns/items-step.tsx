'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import type { CampaignDraft } from './campaign-data';
import { StepEnd } from './step-end';
import { useDraftSave } from './use-draft-save';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** Which items of the checklist are asked, section by section; conditional ones say so. */
export function ItemsStep({ draft }: { draft: CampaignDraft }) {
  const t = useTranslations('bank.campaigns.wizard');
  const { campaignId, items } = draft;
  const saved = items.filter((item) => item.chosen).map((item) => item.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(saved));
  const [checked, setChecked] = useState(false);
  const { save, busy, failure, stale } = useDraftSave(draft);
  const sections = [...Map.groupBy(items, (item) => item.category)];
  const change = (ids: readonly string[], add: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (add) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (chosen.size === 0) return;
    const all = chosen.size === items.length;
    void save({ chosenItemIds: all ? null : [...chosen] }, hrefOfStep(campaignId, 'services'));
  };
  return (
    <WizardFrame
      campaignId={campaignId}
      name={draft.name}
      step="items"
      title={t('title.items')}
      lead={t('lead.items', { chosen: chosen.size, all: items.length })}
    >
      <form onSubmit={submit} noValidate>
        {sections.map(([category, rows], index) => (
          <Section
            key={category}
            id={`section-${index}`}
            title={<span lang="ja">{category}</span>}
            className="mt24"
            actions={
              <span className="row">
                <Button
                  size="sm"
                  onClick={() =>
                    change(
                      rows.map((row) => row.id),
                      true,
                    )
                  }
                >
                  {t('items.all', { count: rows.length })}
                </Button>
                <Button
                  size="sm"
                  look="neutral"
                  onClick={() =>
                    change(
                      rows.map((row) => row.id),
                      false,
                    )
                  }
                >
                  {t('items.none')}
                </Button>
              </span>
            }
          >
            <ItemTable caption={category} rows={rows} chosen={chosen} onChange={(id, add) => change([id], add)} />
          </Section>
        ))}
        <StepEnd
          back={{ href: hrefOfStep(campaignId, 'basics'), label: t('back') }}
          onwards={t('next.services')}
          busy={busy}
          failure={failure}
          wrong={checked && chosen.size === 0}
          standing={
            stale ? [{ key: 'items', term: t('title.items'), value: t('items.count', { count: saved.length }) }] : null
          }
        />
      </form>
    </WizardFrame>
  );
}

function ItemTable(props: {
  caption: string;
  rows: CampaignDraft['items'];
  chosen: ReadonlySet<string>;
  onChange: (id: string, add: boolean) => void;
}) {
  const t = useTranslations('bank.campaigns.wizard.items');
  const kinds = useTranslations('states.apiKind');
  const answerers = useTranslations('states.answeredBy');
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowClass={(row) => (props.chosen.has(row.id) ? 'sel' : undefined)}
      columns={[
        {
          key: 'number',
          head: t('number'),
          rowHead: true,
          cell: (row) => (
            <Checkbox
              label={t('choose', { number: row.number })}
              checked={props.chosen.has(row.id)}
              onChange={(event) => props.onChange(row.id, event.target.checked)}
            />
          ),
        },
        { key: 'objective', head: t('objective'), cell: (row) => <span lang="ja">{row.objective}</span> },
        {
          key: 'answeredBy',
          head: t('answeredBy'),
          cell: (row) => (
            <span className="row">
              {answerers(row.answeredBy)}
              {row.onlyForApiKinds === null ? null : (
                <Tag>{t('only', { kinds: row.onlyForApiKinds.map((kind) => kinds(kind)).join(t('joint')) })}</Tag>
              )}
              {row.evidenceNeeded ? <Tag>{t('evidence')}</Tag> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
