import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class';
import { IconChevronLeft, IconChevronRight } from './icons';

/** Pages of a long list, as links. `page` counts from 1; `total` counts rows. Draws nothing when one page holds all. */
export function Pager(props: { page: number; pageSize: number; total: number; hrefOf: (page: number) => string }) {
  const t = useTranslations('ui');
  const pages = Math.max(1, Math.ceil(props.total / props.pageSize));
  if (pages === 1) return null;
  const from = (props.page - 1) * props.pageSize + 1;
  const to = Math.min(props.total, props.page * props.pageSize);
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <span>{t('pager.range', { from, to, total: props.total })}</span>
      <span className="row">
        {props.page > 1 ? (
          <Link
            className={buttonClass('neutral', 'sm')}
            href={props.hrefOf(props.page - 1)}
            prefetch={false}
            rel="prev"
          >
            <IconChevronLeft />
            {t('pager.previous')}
          </Link>
        ) : null}
        {props.page < pages ? (
          <Link
            className={buttonClass('neutral', 'sm')}
            href={props.hrefOf(props.page + 1)}
            prefetch={false}
            rel="next"
          >
            {t('pager.next')}
            <IconChevronRight />
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
