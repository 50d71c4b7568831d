import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { IconChevronDown, IconChevronUp, IconError } from './icons';
import { ScrollArea } from './scroll-area';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The row's name: rendered as `th scope="row"`. Exactly one column should be. */
  rowHead?: boolean;
  /** `num` aligns right, `c` centres, `nw` keeps one line. */
  className?: string;
  sort?: { direction: 'ascending' | 'descending' | null; onSort: () => void };
}

export type TableState =
  | { kind: 'rows' }
  | { kind: 'loading'; text: string }
  | { kind: 'empty'; title: string; text?: ReactNode; actions?: ReactNode }
  | { kind: 'no_match'; title: string; onClear?: () => void; actions?: ReactNode }
  | { kind: 'error'; title: string; text?: ReactNode; onRetry?: () => void; reference?: string };

/**
 * A ruled table with caption, scopes and a head that stays. `state` chooses rows, skeleton, empty, no match or error; each
 * keeps the table's frame. `rowClass` may be `sel`, `cur` or `blk`. `minWidth` (px) lets a narrow window scroll it sideways
 * (the head then stays inside its own box, otherwise below the 56px bar).
 */
export function DataTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  state?: TableState;
  foot?: ReactNode;
  middle?: boolean;
  framed?: boolean;
  minWidth?: number;
  className?: string;
}) {
  const state = props.state ?? { kind: 'rows' };
  if (state.kind === 'empty' || state.kind === 'no_match' || state.kind === 'error') return <TableMessage {...state} />;
  const table = (
    <table
      className={`tbl ${props.middle ? 'mid' : ''} ${props.minWidth ? '' : 'page-stick'} ${props.className ?? ''}`}
      style={props.minWidth ? { minWidth: props.minWidth } : undefined}
      aria-busy={state.kind === 'loading' || undefined}
    >
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.className}
              aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
            >
              {column.sort ? <SortButton {...column.sort}>{column.head}</SortButton> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.kind === 'loading' ? (
          <SkeletonRows columns={props.columns.map((column) => column.key)} />
        ) : (
          props.rows.map((row) => (
            <tr key={props.rowKey(row)} className={props.rowClass?.(row)}>
              {props.columns.map((column) =>
                column.rowHead ? (
                  <th key={column.key} scope="row" className={column.className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.className}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))
        )}
      </tbody>
      {props.foot ? <tfoot>{props.foot}</tfoot> : null}
    </table>
  );
  return (
    <>
      <ScrollArea
        label={props.caption}
        className={`${props.framed === false ? '' : 'wraps'} ${props.minWidth ? 'scroll' : ''}`}
      >
        {table}
      </ScrollArea>
      {state.kind === 'loading' ? (
        <p className="mt8" role="status">
          {state.text}
        </p>
      ) : null}
    </>
  );
}

function SortButton(props: { direction: 'ascending' | 'descending' | null; onSort: () => void; children: ReactNode }) {
  return (
    <button type="button" className="sortb" onClick={props.onSort}>
      {props.children}
      {props.direction === 'ascending' ? <IconChevronUp /> : null}
      {props.direction === 'descending' ? <IconChevronDown /> : null}
    </button>
  );
}

const SKELETON_ROWS = ['w1', 'w2', 'w3', 'w1 w2'] as const;

function SkeletonRows(props: { columns: readonly string[] }) {
  return SKELETON_ROWS.map((width) => (
    <tr key={width}>
      {props.columns.map((column) => (
        <td key={column}>
          <span className={`skel ${width}`} />
        </td>
      ))}
    </tr>
  ));
}

type MessageState = Exclude<TableState, { kind: 'rows' } | { kind: 'loading' }>;

function TableMessage(state: MessageState) {
  const t = useTranslations('ui');
  if (state.kind === 'error') {
    return (
      <div className="wraps em" role="alert">
        <p className="st bad b">
          <IconError className="s20" />
          {state.title}
        </p>
        {state.text ? <p>{state.text}</p> : null}
        {state.onRetry ? <Button onClick={state.onRetry}>{t('table.retry')}</Button> : null}
        {state.reference ? <p className="sub">{t('table.reference', { number: state.reference })}</p> : null}
      </div>
    );
  }
  return (
    <div className="wraps em">
      <h3>{state.title}</h3>
      {state.kind === 'empty' && state.text ? <p>{state.text}</p> : null}
      <div className="row">
        {state.kind === 'no_match' && state.onClear ? (
          <Button onClick={state.onClear}>{t('table.clearFilters')}</Button>
        ) : null}
        {state.actions}
      </div>
    </div>
  );
}
