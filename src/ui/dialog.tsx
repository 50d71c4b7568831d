'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import type { MouseEvent, ReactNode } from 'react';

/**
 * A window over the page: focus goes in and comes back, Escape closes it. Put the ways out into `end`, the main one last.
 * While a field holds what it can't read, the main way out leads to it: nothing typed is passed over.
 */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  end: ReactNode;
  wide?: boolean;
  /** A window that must be answered (a code asked for over the page): neither Escape nor a press outside closes it. */
  mustAnswer?: boolean;
}) {
  return (
    <Base.Root
      open={props.open}
      disablePointerDismissal={props.mustAnswer}
      onOpenChange={(open) => {
        if (!open && !props.mustAnswer) props.onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="dlg-back" />
        <Base.Popup className={`dlg ${props.wide ? 'wide' : ''}`}>
          <Base.Title className="dlg-t">{props.title}</Base.Title>
          {props.description ? <Base.Description render={<div />}>{props.description}</Base.Description> : null}
          {props.children}
          <div className="dlg-end" onClickCapture={holdForUnreadable}>
            {props.end}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function holdForUnreadable(event: MouseEvent<HTMLElement>) {
  if (!event.currentTarget.lastElementChild?.contains(event.target as Node)) return;
  const field = event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-unreadable]');
  if (!field) return;
  event.preventDefault();
  event.stopPropagation();
  field.focus();
}
