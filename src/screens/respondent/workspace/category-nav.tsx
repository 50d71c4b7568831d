'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconCheck, IconPencil, MarkNone } from '@/ui/icons';
import { ProgressBar } from '@/ui/progress-bar';
import { Select } from '@/ui/select';
import { PresentNames } from './present-names';
import type { Category } from './workspace-data';

interface Props {
  /** Of what is listed: a category without any is left out. */
  categories: readonly Category[];
  /** Null: nothing is open. */
  current: string | null;
  isDone: (itemId: string) => boolean;
  onOpen: (itemId: string | undefined) => void;
  /** Who else is at one of the category's items. */
  othersAt: (category: Category) => readonly string[];
  /** The choice of what is listed. */
  view: ReactNode;
}

/** Where a category is opened: at its first item that lacks something. */
const entryOf = ({ items }: Category, isDone: Props['isDone']) =>
  (items.find((item) => !isDone(item.itemId)) ?? items[0])?.itemId;

const countOf = ({ items }: Category, isDone: Props['isDone']) => items.filter((item) => isDone(item.itemId)).length;

/** 区分 and how far each is. `done` of `total` is of everything, listed or not; `below` stands under all. */
export function CategoryNav(props: Props & { done: number; total: number; below: ReactNode }) {
  const t = useTranslations('respondent.workspace');
  return (
    <nav className="rnav" aria-label={t('categories')}>
      <div className="row between">
        <h2>{t('categories')}</h2>
        <span>{t('doneOf', { done: props.done, total: props.total })}</span>
      </div>
      <ProgressBar done={props.done} total={props.total} text={null} />
      <div className="mt12">{props.view}</div>
      <ul className="cat mt12">
        {props.categories.map((category) => {
          const done = countOf(category, props.isDone);
          const total = category.items.length;
          const Icon = done === total ? IconCheck : done > 0 ? IconPencil : MarkNone;
          return (
            <li key={category.name}>
              <button
                type="button"
                aria-current={category.name === props.current ? 'true' : undefined}
                onClick={() => props.onOpen(entryOf(category, props.isDone))}
              >
                <span className="cn">
                  <Icon />
                  <span lang="ja">{category.name}</span>
                </span>
                <span className="cm">
                  <ProgressBar done={done} total={total} text={null} />
                  <span className="num">{t('doneOfShort', { done, total })}</span>
                </span>
                <PresentNames names={props.othersAt(category)} />
              </button>
            </li>
          );
        })}
      </ul>
      {props.below}
    </nav>
  );
}

/** The same on a phone. */
export function CategorySelect(props: Omit<Props, 'othersAt'>) {
  const t = useTranslations('respondent.workspace');
  return (
    <section className="only-s phone-bar" aria-label={t('chooseCategory')}>
      {props.view}
      <div className="grow">
        <Select
          label={t('chooseCategory')}
          hideLabel
          value={props.current ?? ''}
          {...(props.current === null ? { placeholder: t('chooseCategory') } : {})}
          onChange={(event) => {
            const chosen = props.categories.find(({ name }) => name === event.target.value);
            if (chosen) props.onOpen(entryOf(chosen, props.isDone));
          }}
          options={props.categories.map((category) => ({
            value: category.name,
            label: t('categoryChoice', {
              name: category.name,
              done: countOf(category, props.isDone),
              total: category.items.length,
            }),
          }))}
        />
      </div>
    </section>
  );
}
