'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { IconPencil } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import type { EditionView } from './checklist-data';
import { EditionExports } from './edition-exports';
import { EditionMark } from './edition-mark';
import { groupsOf } from './groups-of';
import { TitleDialog } from './title-dialog';

type Item = EditionView['content']['items'][number];

/** One edition as it is read and printed; what the bank added to it is marked as its own. */
export function EditionScreen({ edition }: { edition: EditionView }) {
  const t = useTranslations('checklists.read');
  const locale = useLocale() as Locale;
  const [copying, setCopying] = useState(false);
  const { content, derivedFrom, may } = edition;
  return (
    <>
      <Breadcrumb trail={[{ label: t('all'), href: '/checklists' }, { label: content.title }]} />
      <PageHead
        title={content.title}
        state={<EditionMark published={edition.publishedAt !== null} />}
        below={
          <>
            <p className="sub">
              {t('facts', {
                publisher: content.publisher,
                issued: formatDate(content.issued, locale),
                count: content.items.length,
              })}
            </p>
            {content.source === '' ? null : <p className="sub">{t('source', { source: content.source })}</p>}
            {edition.publishedAt ? (
              <p className="sub">{t('publishedAt', { at: formatInstant(edition.publishedAt, locale) })}</p>
            ) : null}
          </>
        }
        actions={
          <>
            <Button look="neutral" onClick={() => window.print()}>
              {t('print')}
            </Button>
            {derivedFrom ? (
              <ButtonLink look="neutral" href={`/checklists/compare?from=${derivedFrom.id}&to=${edition.id}`}>
                {t('compare')}
              </ButtonLink>
            ) : null}
            {may.copy ? <Button onClick={() => setCopying(true)}>{t('copy')}</Button> : null}
            {may.edit || may.publish ? (
              <ButtonLink look="primary" icon={<IconPencil />} href={`/checklists/${edition.id}/edit`}>
                {may.edit ? t('edit') : t('toPublish')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {derivedFrom ? <p className="sub">{t('derivedFrom', { title: derivedFrom.title })}</p> : null}
      {edition.campaigns.length === 0 ? null : (
        <p className="sub">
          {t('usedBy')}{' '}
          {edition.campaigns.map((campaign) => (
            <Link key={campaign.id} href={`/campaigns/${campaign.id}`} prefetch={false}>
              {campaign.name}{' '}
            </Link>
          ))}
        </p>
      )}
      {content.items.length === 0 ? <p className="read mt24">{t('noItems')}</p> : null}
      {groupsOf(content.items).map((group) => (
        <Section
          key={group.items[0]?.id ?? group.category}
          id={`group-${group.items[0]?.id}`}
          title={<span lang="ja">{group.category}</span>}
          className="mt24"
        >
          {group.items.map((item) => (
            <PrintedItem
              key={item.id}
              item={item}
              standing={
                derivedFrom?.added.includes(item.id ?? '')
                  ? 'added'
                  : derivedFrom?.changed.includes(item.id ?? '')
                    ? 'changed'
                    : null
              }
            />
          ))}
        </Section>
      ))}
      <EditionExports editionId={edition.id} />
      {copying ? (
        <TitleDialog source={{ id: edition.id, title: content.title }} onClose={() => setCopying(false)} />
      ) : null}
    </>
  );
}

function PrintedItem({ item, standing }: { item: Item; standing: 'added' | 'changed' | null }) {
  const t = useTranslations('checklists.read');
  const who = useTranslations('states.answeredBy');
  return (
    <article className="mt24" aria-labelledby={`item-${item.id}`}>
      <h3 id={`item-${item.id}`}>
        {t('number', { number: item.number })} <span lang="ja">{item.objective}</span>
      </h3>
      <p className="row mt8">
        <Tag>{who(item.answeredBy)}</Tag>
        {standing === null ? null : <Tag>{t(standing)}</Tag>}
      </p>
      <div className="mt12">
        <ChecklistText item={item} headingLevel={4} />
      </div>
    </article>
  );
}
