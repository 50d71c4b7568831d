'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { Diff } from '@/ui/diff';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { Tag } from '@/ui/tag';
import type { Comparison } from './checklist-data';
import { MapSection } from './map-section';

type Change = Comparison['diff']['changed'][number];

/** Two editions: what was added, removed, changed, moved; and which item is the counterpart of which. */
export function CompareScreen(props: { comparison: Comparison; editions: readonly { id: string; title: string }[] }) {
  const { from, to, diff } = props.comparison;
  const t = useTranslations('checklists.compare');
  const router = useRouter();
  const options = [...new Map([...props.editions, from, to].map((each) => [each.id, each.title]))].map(
    ([value, label]) => ({ value, label }),
  );
  const show = (one: string, other: string) => router.push(`/checklists/compare?from=${one}&to=${other}`);
  return (
    <>
      <Breadcrumb trail={[{ label: t('all'), href: '/checklists' }, { label: t('title') }]} />
      <PageHead
        title={t('title')}
        below={
          <p className="sub">
            {t('sums', {
              added: diff.added.length,
              removed: diff.removed.length,
              changed: diff.changed.length,
              unchanged: diff.unchanged,
            })}
          </p>
        }
        actions={
          <Button look="neutral" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className="row filters">
        <Select
          label={t('from')}
          value={from.id}
          options={options}
          onChange={(event) => show(event.target.value, to.id)}
        />
        <Select
          label={t('to')}
          value={to.id}
          options={options}
          onChange={(event) => show(from.id, event.target.value)}
        />
        <Button look="neutral" onClick={() => show(to.id, from.id)}>
          {t('swap')}
        </Button>
      </div>
      {(['added', 'removed'] as const).map((kind) =>
        diff[kind].length === 0 ? null : (
          <Section key={kind} id={kind} title={t(kind, { count: diff[kind].length })} className="mt24">
            <ul>
              {diff[kind].map((item) => (
                <li key={item.itemId} lang="ja">
                  {kind === 'added' ? (
                    <ins>{t('item', { number: item.number, objective: item.objective })}</ins>
                  ) : (
                    <del>{t('item', { number: item.number, objective: item.objective })}</del>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        ),
      )}
      {diff.changed.length === 0 ? null : (
        <Section id="changed" title={t('changed', { count: diff.changed.length })} className="mt24">
          {diff.changed.map((change) => (
            <ChangedItem key={change.to.itemId} change={change} />
          ))}
        </Section>
      )}
      <MapSection comparison={props.comparison} />
    </>
  );
}

function ChangedItem({ change }: { change: Change }) {
  const t = useTranslations('checklists.compare');
  const parts = useTranslations('checklists.part');
  const who = useTranslations('states.answeredBy');
  const kinds = useTranslations('states.apiKind');
  const words = (part: Change['changes'][number]['part'], text: string) => {
    if (part === 'answeredBy') return who(text as 'vendor' | 'bank' | 'both');
    if (part === 'evidenceNeeded') return text === '' ? t('notNeeded') : t('needed');
    if (part !== 'onlyForApiKinds') return text;
    if (text === '') return t('always');
    return text
      .split(',')
      .map((kind) => kinds(kind as 'reference' | 'update'))
      .join(t('joint'));
  };
  return (
    <article className="mt24" aria-labelledby={`changed-${change.to.itemId}`}>
      <h3 id={`changed-${change.to.itemId}`} lang="ja">
        {t('item', { number: change.to.number, objective: change.to.objective })}
      </h3>
      <p className="row mt8">
        {change.moved ? <Tag>{t('moved')}</Tag> : null}
        {change.renumbered ? (
          <Tag>{t('renumbered', { before: change.from.number, after: change.to.number })}</Tag>
        ) : null}
      </p>
      {change.changes.map(({ part, before, after }) => (
        <div key={part} className="mt12">
          <h4>{parts(part)}</h4>
          <div lang="ja">
            <Diff before={words(part, before)} after={words(part, after)} className="read keep" />
          </div>
        </div>
      ))}
    </article>
  );
}
