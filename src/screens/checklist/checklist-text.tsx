'use client';

import { useTranslations } from 'next-intl';
import type { ChecklistItem } from '@/domain/checklist';
import { unnamedNotes } from '@/domain/checklist-text';
import { MarkedText, NoteText } from './marked-text';

/**
 * One item as printed, misprints included: headings, numbered methods, notes that open where the text names them,
 * references. `headingLevel` is that of the headings inside. The text stays Japanese in every language.
 */
export function ChecklistText({ item, headingLevel }: { item: ChecklistItem; headingLevel: 3 | 4 }) {
  const t = useTranslations('ui.checklist');
  const Heading = `h${headingLevel}` as const;
  const { notes } = item;
  return (
    <>
      <div className="cl" lang="ja">
        {item.practices.map((practice) => (
          <div key={practice.heading}>
            <Heading>
              <MarkedText text={practice.heading} notes={notes} />
            </Heading>
            <ol>
              {practice.methods.map((method) => (
                <li key={method.number}>
                  <b>{method.number}</b>
                  <MarkedText text={method.text} notes={notes} />
                </li>
              ))}
            </ol>
          </div>
        ))}
        {unnamedNotes(item).map((note) => (
          <NoteText key={note} note={note} notes={notes} within={[note]} />
        ))}
      </div>
      {item.references.length === 0 ? null : (
        <div className="sub mt12">
          <p>{t('references')}</p>
          <ul lang="ja">
            {item.references.map((reference) => (
              <li key={reference.source}>{[reference.source, ...reference.sections].join('　')}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
