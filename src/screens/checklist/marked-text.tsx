'use client';

import { useId, useState } from 'react';
import type { ChecklistItem } from '@/domain/checklist';
import { noteLines, segmentsOf } from '@/domain/checklist-text';

type Notes = ChecklistItem['notes'];

/**
 * Printed text whose marks (注1) open their notes right below it. A note may name other notes, which open below that one;
 * `within` are the notes that are open around it, so that none opens itself.
 */
export function MarkedText({ text, notes, within = [] }: { text: string; notes: Notes; within?: readonly number[] }) {
  const id = useId();
  const [open, setOpen] = useState<readonly number[]>([]);
  const segments = segmentsOf(text, notes);
  const named = [...new Set(segments.flatMap(({ note }) => (note === null || within.includes(note) ? [] : [note])))];
  const toggle = (note: number) =>
    setOpen(open.includes(note) ? open.filter((each) => each !== note) : [...open, note]);
  let at = 0;
  return (
    <div>
      <span className="keep">
        {segments.map((segment) => {
          const key = `${at}`;
          at += segment.text.length;
          const { note } = segment;
          if (note === null || within.includes(note)) return <span key={key}>{segment.text}</span>;
          return (
            <button
              key={key}
              type="button"
              className="noteref"
              aria-expanded={open.includes(note)}
              aria-controls={`${id}-${note}`}
              onClick={() => toggle(note)}
            >
              {segment.text}
            </button>
          );
        })}
      </span>
      {named.map((note) => (
        <NoteText
          key={note}
          id={`${id}-${note}`}
          hidden={!open.includes(note)}
          note={note}
          notes={notes}
          within={[...within, note]}
        />
      ))}
    </div>
  );
}

/** One note, line by line in its printed indent. */
export function NoteText(props: {
  id?: string;
  hidden?: boolean;
  note: number;
  notes: Notes;
  within: readonly number[];
}) {
  const note = props.notes[props.note];
  if (note === undefined) return null;
  let line = 0;
  return (
    <div id={props.id} className="nt" hidden={props.hidden}>
      <b>
        {note.mark} {note.title}
      </b>
      {noteLines(note.text).map(({ indent, text }) => {
        line += 1;
        return (
          <div key={`${line}`} className={`indent-${Math.min(indent, 3)}`}>
            <MarkedText text={text} notes={props.notes} within={props.within} />
          </div>
        );
      })}
    </div>
  );
}
