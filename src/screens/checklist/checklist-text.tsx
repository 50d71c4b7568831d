'use client';

import { useTranslations } from 'next-intl';
import type { ChecklistItem } from '@/domain/checklist';
import { unnamedNotes } from '@/domain/checklist-text';
import { Notice } from '@/ui/notice';
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
      <NamedData names={item.namedData ?? []} />
      <OwnWords item={item} />
    </>
  );
}

/** What is to be written out by name: printed methods ask for some, a bank for more. */
function NamedData({ names }: { names: readonly string[] }) {
  const t = useTranslations('ui.checklist');
  if (names.length === 0) return null;
  return (
    <div className="sub mt12">
      <p>{t('namedData')}</p>
      <ul lang="ja">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the bank adds to the printed text, marked as its own; draws nothing where it adds nothing. */
function OwnWords({ item }: { item: ChecklistItem }) {
  const t = useTranslations('ui.checklist');
  const kinds = useTranslations('states.apiKind');
  const { guidance = '', evidenceNeeded = false, onlyForApiKinds = [] } = item;
  if (guidance === '' && !evidenceNeeded && onlyForApiKinds.length === 0) return null;
  return (
    <Notice tone="info" title={t('own')} className="mt12">
      <p className="sub">{t('ownLead')}</p>
      {guidance === '' ? null : (
        <p className="keep" lang="ja">
          {guidance}
        </p>
      )}
      {evidenceNeeded ? <p className="b">{t('evidenceNeeded')}</p> : null}
      {onlyForApiKinds.map((kind) => (
        <p key={kind}>{t('onlyFor', { kind: kinds(kind) })}</p>
      ))}
    </Notice>
  );
}
