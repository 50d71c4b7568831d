import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { IconChevronRight } from './icons';

/** Where this page stands; the last entry is the page itself and has no link. */
export function Breadcrumb(props: { trail: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('ui');
  return (
    <nav className="crumb" aria-label={t('breadcrumb')}>
      <ol>
        {props.trail.map((step, index) => (
          <li key={step.label}>
            {index > 0 ? <IconChevronRight className="s16" /> : null}
            {step.href ? (
              <Link href={step.href} prefetch={false}>
                {step.label}
              </Link>
            ) : (
              <span aria-current="page">{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
