import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-class';

/** Looks like a Button, goes to a page. Never use it for something that changes data. */
export function ButtonLink(props: {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link href={props.href} className={buttonClass(props.look ?? 'secondary', props.size ?? 'md')} prefetch={false}>
      {props.icon}
      {props.children}
    </Link>
  );
}
