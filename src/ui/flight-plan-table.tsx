import type { ReactNode } from 'react';
import { FlightPlanRuler, type RulerDay } from './flight-plan-ruler';
import { IconMail } from './icons';
import { ScrollArea } from './scroll-area';

const WIDTH = 960;
const NAME_WIDTH = 196;
const CONTACT_WIDTH = 204;

export interface FlightPlanColumn {
  key: string;
  /** 招待, リマインド 1回目 */
  head: ReactNode;
  /** ISO day on the ruler. */
  day: string;
  /** The moment in words (2026年12月11日(金) 09:00). */
  when: ReactNode;
}

export interface FlightPlanRow {
  key: string;
  name: ReactNode;
  /** How many recipients, or a state (宛先なし). */
  contact: ReactNode;
  /** Why nothing can be sent, with the way out; null when the row's mails are planned. */
  blocked: ReactNode | null;
  /** Per column: certain (filled), conditional (outlined) or none, with its words for those who don't see the mark. */
  mails: Readonly<Record<string, { kind: 'certain' | 'conditional'; label: string } | null>>;
}

/** Who gets which mail when: a ruler of business days joined to a matrix of rows × mails. */
export function FlightPlanTable(props: {
  caption: string;
  rulerLabel: string;
  nameHead: string;
  contactHead: string;
  days: readonly RulerDay[];
  due: { day: string; label: string } | null;
  columns: readonly FlightPlanColumn[];
  rows: readonly FlightPlanRow[];
  foot?: { label: string; cells: Readonly<Record<string, ReactNode>> };
}) {
  const columnWidth = (WIDTH - NAME_WIDTH - CONTACT_WIDTH) / Math.max(1, props.columns.length);
  const columnAt = (index: number) => NAME_WIDTH + CONTACT_WIDTH + columnWidth * (index + 0.5);
  const share = (width: number) => `${((width / WIDTH) * 100).toFixed(3)}%`;
  return (
    <ScrollArea label={props.caption} className="scroll">
      <div style={{ minWidth: 760, maxWidth: WIDTH }}>
        <FlightPlanRuler
          days={props.days}
          columns={props.columns}
          due={props.due}
          width={WIDTH}
          columnAt={columnAt}
          label={props.rulerLabel}
        />
        <table className="tbl mid fp">
          <caption className="vh">{props.caption}</caption>
          <colgroup>
            <col style={{ width: share(NAME_WIDTH) }} />
            <col style={{ width: share(CONTACT_WIDTH) }} />
            {props.columns.map((column) => (
              <col key={column.key} style={{ width: share(columnWidth) }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{props.nameHead}</th>
              <th scope="col">{props.contactHead}</th>
              {props.columns.map((column) => (
                <th key={column.key} scope="col" className="c">
                  <b>{column.head}</b>
                  <span>{column.when}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.key} className={row.blocked === null ? undefined : 'blk'}>
                <th scope="row">{row.name}</th>
                <td>{row.contact}</td>
                {row.blocked === null ? (
                  props.columns.map((column) => <MailCell key={column.key} mail={row.mails[column.key] ?? null} />)
                ) : (
                  <td colSpan={props.columns.length}>{row.blocked}</td>
                )}
              </tr>
            ))}
          </tbody>
          {props.foot ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {props.foot.label}
                </th>
                {props.columns.map((column) => (
                  <td key={column.key} className="c">
                    {props.foot?.cells[column.key]}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </ScrollArea>
  );
}

function MailCell(props: { mail: { kind: 'certain' | 'conditional'; label: string } | null }) {
  if (props.mail === null) return <td className="c sub">―</td>;
  return (
    <td className="c">
      <MailMark kind={props.mail.kind} />
      <span className="vh">{props.mail.label}</span>
    </td>
  );
}

/** The mark of the matrix, for its legend too: filled (certain) or outlined (only if the condition holds then). */
export function MailMark(props: { kind: 'certain' | 'conditional' }) {
  return (
    <span className={`mk ${props.kind === 'conditional' ? 'o' : ''}`}>
      <IconMail />
    </span>
  );
}
