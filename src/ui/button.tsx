'use client';
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-class';
import { IconError } from './icons';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> {
  /** primary (one a view), secondary (default), neutral (way back, tools), quiet (link-like), danger (can't be undone) */
  look?: ButtonLook;
  /** sm 32px in tables, md 40px (default), lg 48px for respondents */
  size?: ButtonSize;
  icon?: ReactNode;
  /** Square, icon only: `children` become the hidden name. */
  iconOnly?: boolean;
  /** Shows a spinner and swallows presses; put the word for it (送信中) into `children`. */
  busy?: boolean;
  /** Why it can't be pressed now. It stays focusable and the reason stands beside it; `aria-disabled` alone: said in it. */
  disabledReason?: string | undefined;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button says what happens and to how many (5社に送る). `type` is `button` unless told otherwise. */
export function Button({
  look = 'secondary',
  size = 'md',
  icon,
  iconOnly = false,
  busy = false,
  disabledReason,
  className = '',
  children,
  onClick,
  type = 'button',
  ref,
  ...rest
}: ButtonProps) {
  const resting = disabledReason !== undefined || rest['aria-disabled'] === true;
  const stopped = busy || resting;
  const swallow = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const button = (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={buttonClass(look, size, iconOnly, className)}
      aria-busy={busy || undefined}
      aria-disabled={resting || undefined}
      {...(stopped ? { onClick: swallow } : onClick ? { onClick } : {})}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon}
      {iconOnly ? <span className="vh">{children}</span> : children}
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className="btn-why">
      {button}
      <span className="st bad">
        <IconError />
        {disabledReason}
      </span>
    </span>
  );
}
