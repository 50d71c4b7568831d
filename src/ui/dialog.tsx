'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

/** A window over the page: focus goes in and comes back, Escape closes it. Put the ways out into `end`, the main one last. */
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
          <div className="dlg-end">{props.end}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
