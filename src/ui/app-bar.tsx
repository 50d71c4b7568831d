import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconUser, MarkTenken } from './icons';
import { LanguageSwitch } from './language-switch';
import { SkipLink } from './skip-link';

/**
 * The 56px bar of bank and auditor. `signOut` is the form or button that ends the session; `badge` a word before the
 * person (閲覧のみ).
 */
export function AppBar(props: {
  home: string;
  /** The bank's name, or what chooses among several. */
  tenant: ReactNode;
  nav: readonly { href: string; label: string; current: boolean }[];
  who: { name: string; role: string };
  badge?: ReactNode;
  signOut: ReactNode;
}) {
  const t = useTranslations('ui');
  return (
    <header className="bar">
      <SkipLink />
      <Link className="brand" href={props.home} aria-label={t('brand.home')} prefetch={false}>
        <MarkTenken />
        Tenken
      </Link>
      <div className="tenant">{props.tenant}</div>
      <nav aria-label={t('mainMenu')}>
        {props.nav.map((entry) => (
          <Link key={entry.href} href={entry.href} prefetch={false} aria-current={entry.current ? 'page' : undefined}>
            {entry.label}
          </Link>
        ))}
      </nav>
      <div className="end">
        {props.badge}
        <LanguageSwitch />
        <span className="who">
          <IconUser className="s20" />
          <span>
            <b>{props.who.name}</b> <span className="role">{props.who.role}</span>
          </span>
        </span>
        {props.signOut}
      </div>
    </header>
  );
}
