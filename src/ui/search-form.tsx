'use client';
import { type FormEvent, useState } from 'react';
import { Button } from './button';
import { IconSearch } from './icons';
import { TextInput } from './text-input';

const MAX_WORDS = 100;

/** Words to search for, sent when asked and not at every stroke. `words` is what is searched for now. */
export function SearchForm(props: { label: string; find: string; words: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState(props.words);
  const find = (event: FormEvent) => {
    event.preventDefault();
    props.onSearch(typed.trim());
  };
  return (
    <search>
      <form className="row end-line" onSubmit={find}>
        <TextInput
          label={props.label}
          maxLength={MAX_WORDS}
          icon={<IconSearch />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{props.find}</Button>
      </form>
    </search>
  );
}
