'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Button } from '@/ui/button';
import { IconChevronDown, IconChevronUp, IconClose, IconError, IconPlus } from '@/ui/icons';
import { groupsOf } from './groups-of';
import type { TypedItem } from './typed-item';

/** The items in their order. One is chosen; it moves by the buttons, or by Alt and an arrow on the item itself. */
export function ItemOrder(props: {
  items: readonly TypedItem[];
  chosenId: string | null;
  faulty: ReadonlySet<string>;
  onChoose: (id: string) => void;
  onStep: (id: string, step: -1 | 1) => void;
  onAdd: () => void;
  onRemove: (id: string) => void;
}) {
  const t = useTranslations('checklists.edit');
  const chosen = props.items.find((item) => item.id === props.chosenId);
  const press = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onStep(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  const atEnd = (end: 0 | -1) => chosen !== undefined && props.items.at(end)?.id === chosen.id;
  return (
    <div className="order">
      <div className="row">
        <Button size="sm" icon={<IconPlus />} onClick={props.onAdd}>
          {t('add')}
        </Button>
        {chosen ? (
          <>
            <Button
              look="neutral"
              size="sm"
              icon={<IconChevronUp />}
              aria-disabled={atEnd(0)}
              onClick={() => props.onStep(chosen.id, -1)}
            >
              {t('up')}
            </Button>
            <Button
              look="neutral"
              size="sm"
              icon={<IconChevronDown />}
              aria-disabled={atEnd(-1)}
              onClick={() => props.onStep(chosen.id, 1)}
            >
              {t('down')}
            </Button>
            <Button look="neutral" size="sm" icon={<IconClose />} onClick={() => props.onRemove(chosen.id)}>
              {t('remove', { number: chosen.number })}
            </Button>
          </>
        ) : null}
      </div>
      <p className="hint mt8">{t('orderHint')}</p>
      {groupsOf(props.items).map((group) => (
        <div key={group.items[0]?.id ?? ''} className="mt12">
          <h3 lang="ja">{group.category === '' ? t('noCategory') : group.category}</h3>
          <ol>
            {group.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className="pill"
                  id={`choose-${item.id}`}
                  aria-pressed={item.id === props.chosenId}
                  onClick={() => props.onChoose(item.id)}
                  onKeyDown={(event) => press(event, item.id)}
                >
                  {props.faulty.has(item.id) ? <IconError /> : null}
                  <b>{item.number === '' ? t('noNumber') : item.number}</b>{' '}
                  <span lang="ja">{item.objective === '' ? t('noObjective') : item.objective}</span>
                  {props.faulty.has(item.id) ? <span className="vh">{t('faulty')}</span> : null}
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
