'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';

/**
 * Files by a button or dropped onto its frame, several at once. `accept` only helps while choosing; it is no check.
 * `children` says beside the button what may come.
 */
export function DropZone(props: {
  label: ReactNode;
  icon: ReactNode;
  /** The button's name where several stand on a page. */
  name: string;
  accept: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    setOver(false);
    if (files && files.length > 0) props.onFiles([...files]);
  };
  return (
    <fieldset
      aria-label={props.name}
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <Button icon={props.icon} aria-label={props.name} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        className="vh"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        accept={props.accept}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was refused.
          event.target.value = '';
        }}
      />
      <span className="grow">{props.children}</span>
    </fieldset>
  );
}
