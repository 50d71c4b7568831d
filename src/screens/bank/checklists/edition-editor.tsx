'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { TextInput } from '@/ui/text-input';
import type { EditionView } from './checklist-data';
import { DraftActions } from './draft-actions';
import { EditionMark } from './edition-mark';
import { ItemFields } from './item-fields';
import { ItemOrder } from './item-order';
import { ProblemList } from './problem-list';
import { SaveTrouble } from './save-trouble';
import { freshItem, stepped, typedProblems } from './typed-item';
import { useDraft } from './use-draft';

const HEAD = ['title', 'publisher', 'source'] as const;

/** A draft: its items beside the fields of the chosen one. What is typed stays whatever the server says. */
export function EditionEditor({ edition }: { edition: EditionView }) {
  const t = useTranslations('checklists.edit');
  const draft = useDraft(edition);
  const { typed, change } = draft;
  const [chosenId, setChosenId] = useState<string | null>(typed.items[0]?.id ?? null);
  const chosen = typed.items.find((item) => item.id === chosenId) ?? null;
  const faulty = new Set(
    typed.items.filter((item) => Object.keys(typedProblems(item)).length > 0).map((item) => item.id),
  );
  const [focusId, setFocusId] = useState<string | null>(null);
  useEffect(() => {
    // A moved item is drawn anew at its place: the keyboard goes with it.
    if (focusId === null) return;
    document.getElementById(`choose-${focusId}`)?.focus();
    setFocusId(null);
  }, [focusId]);
  const step = (id: string, by: -1 | 1) => {
    change({ items: stepped(typed.items, id, by) });
    if (document.activeElement?.id === `choose-${id}`) setFocusId(id);
  };
  const add = () => {
    const at = chosen ? typed.items.indexOf(chosen) + 1 : typed.items.length;
    const fresh = freshItem(typed.items[at - 1], typed.items);
    change({ items: [...typed.items.slice(0, at), fresh, ...typed.items.slice(at)] });
    setChosenId(fresh.id);
  };
  const remove = (id: string) => {
    const at = typed.items.findIndex((item) => item.id === id);
    const items = typed.items.filter((item) => item.id !== id);
    change({ items });
    setChosenId((items[at] ?? items.at(-1))?.id ?? null);
  };
  const choose = (position: number | null) => {
    const item = position === null ? undefined : typed.items[position - 1];
    if (item) setChosenId(item.id);
  };
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('all'), href: '/checklists' },
          { label: edition.content.title, href: `/checklists/${edition.id}` },
          { label: t('editing') },
        ]}
      />
      <PageHead
        title={typed.title === '' ? t('noTitle') : typed.title}
        state={<EditionMark published={false} />}
        below={<p className="sub">{draft.dirty ? t('unsaved') : t('saved')}</p>}
        actions={<DraftActions edition={edition} draft={draft} faulty={faulty.size > 0} />}
      />
      <SaveTrouble draft={draft} chosen={chosen} />
      <ProblemList problems={draft.problems} onChoose={choose} />
      <Section id="edition-facts" title={t('facts')}>
        <div className="spaced">
          {HEAD.map((part) => (
            <TextInput
              key={part}
              label={t(part)}
              required={part === 'title'}
              maxLength={part === 'source' ? 1000 : 200}
              value={typed[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          ))}
          <DateField
            label={t('issued')}
            required
            today={edition.content.issued}
            value={typed.issued}
            onChange={(issued) => (issued === '' ? undefined : change({ issued }))}
          />
        </div>
      </Section>
      <Section id="edition-items" title={t('items', { count: typed.items.length })} className="mt24">
        <div className="editor">
          <ItemOrder
            items={typed.items}
            chosenId={chosenId}
            faulty={faulty}
            onChoose={setChosenId}
            onStep={step}
            onAdd={add}
            onRemove={remove}
          />
          <div>
            {chosen ? (
              <ItemFields
                key={chosen.id}
                item={chosen}
                problems={typedProblems(chosen)}
                categories={[...new Set(typed.items.map((item) => item.category))].filter((name) => name !== '')}
                onChange={(item) => change({ items: typed.items.map((each) => (each.id === item.id ? item : each)) })}
              />
            ) : (
              <>
                <p className="read">{t('noneChosen')}</p>
                <Button look="primary" onClick={add}>
                  {t('addFirst')}
                </Button>
              </>
            )}
          </div>
        </div>
      </Section>
    </>
  );
}
