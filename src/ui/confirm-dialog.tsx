'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

/**
 * Asks before something leaves the house or can't be undone. `rows` name who is concerned and, with `tone: 'bad'`, who is
 * left out and why. The two buttons say what they do (5社に送る / 送らない), never はい / いいえ.
 */
export function ConfirmDialog(props: {
  open: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  title: ReactNode;
  description?: ReactNode;
  rows?: readonly { key: string; text: ReactNode; tone?: 'bad' }[];
  confirmLabel: ReactNode;
  confirmIcon?: ReactNode;
  cancelLabel: ReactNode;
  danger?: boolean;
  wide?: boolean;
  busy?: boolean;
  disabledReason?: string;
  children?: ReactNode;
}) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onCancel}
      title={props.title}
      description={props.description}
      {...(props.wide ? { wide: true } : {})}
      end={
        <>
          <Button look="neutral" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            icon={props.confirmIcon}
            busy={props.busy ?? false}
            disabledReason={props.disabledReason}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.rows && props.rows.length > 0 ? (
        <ul className="dlg-rows">
          {props.rows.map((row) => (
            <li key={row.key} className={row.tone}>
              {row.text}
            </li>
          ))}
        </ul>
      ) : null}
      {props.children}
    </Dialog>
  );
}
