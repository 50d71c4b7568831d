import Link from 'next/link';
import type { ReactNode } from 'react';

/** Views of one thing, each with its own address. `count` may be a number or 11／15. */
export function Tabs(props: {
  label: string;
  tabs: readonly { href: string; label: ReactNode; count?: ReactNode; current: boolean }[];
}) {
  return (
    <nav className="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} prefetch={false} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="cnt">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
