import { useFormatter } from 'next-intl';
import { Fragment } from 'react';

export interface RulerDay {
  /** ISO day, later than the one before. */
  day: string;
  holiday: boolean;
  /** Days lie between it and the one before that the ruler leaves out. */
  skips?: boolean;
}

const HEIGHT = 88;
const CELL_TOP = 22;
const CELL_FOOT = 52;
/** The due label ends at its day; a month's name would stand under it. */
const DUE_LABEL_WIDTH = 110;
const YEAR_LABEL_WIDTH = 80;
const MONTH_LABEL_WIDTH = 36;

/**
 * The days as a ruler, joined by lines to the columns of the table below. `columns` are in table order; `width` is the
 * table's width in px, `columnAt` the centre of each column on it.
 */
export function FlightPlanRuler(props: {
  days: readonly RulerDay[];
  columns: readonly { key: string; day: string }[];
  due: { day: string; label: string } | null;
  width: number;
  columnAt: (index: number) => number;
  /** The whole ruler in words, for those who don't see it. */
  label: string;
}) {
  const format = useFormatter();
  const cell = props.width / Math.max(1, props.days.length);
  const sends = new Set(props.columns.map((column) => column.day));
  const indexOf = new Map(props.days.map((entry, index) => [entry.day, index]));
  const dueAt = props.due === null ? undefined : indexOf.get(props.due.day);
  /** Where a month is named: at the first day, the first of a month and after a gap, where there is room for it. */
  const monthsAt = new Map<number, boolean>();
  let free = 0;
  for (const [index, { day, skips }] of props.days.entries()) {
    const withYear = index === 0 || day.slice(5, 7) === '01' || skips === true;
    const opens = index === 0 || day.endsWith('-01') || skips === true;
    const underDue = dueAt !== undefined && index > 0 && index <= dueAt && (dueAt - index) * cell < DUE_LABEL_WIDTH;
    if (!opens || underDue || index * cell < free) continue;
    monthsAt.set(index, withYear);
    free = index * cell + (withYear ? YEAR_LABEL_WIDTH : MONTH_LABEL_WIDTH);
  }
  const month = (day: string, year: boolean) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      month: 'short',
      ...(year ? { year: 'numeric' as const } : {}),
    });
  return (
    <svg className="ruler" viewBox={`0 0 ${props.width} ${HEIGHT}`} role="img" aria-label={props.label}>
      <defs>
        <pattern id="ruler-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="#e6e6e6" />
          <line x1="0" y1="0" x2="0" y2="5" stroke="#ccc" strokeWidth="2" />
        </pattern>
      </defs>
      {props.days.map((entry, index) => {
        const x = index * cell;
        const opens = index === 0 || entry.day.endsWith('-01') || entry.skips === true;
        const named = monthsAt.get(index);
        const isDue = index === dueAt;
        const isSend = sends.has(entry.day);
        const fill = isDue ? '#1a1a1a' : isSend ? '#0055ad' : entry.holiday ? 'url(#ruler-hatch)' : '#fff';
        return (
          <Fragment key={entry.day}>
            {opens ? (
              <>
                {named === undefined ? null : (
                  <text x={x + 2} y="15" className="mo">
                    {month(entry.day, named)}
                  </text>
                )}
                <line
                  x1={x}
                  y1="2"
                  x2={x}
                  y2={CELL_FOOT}
                  stroke={entry.skips ? '#1a1a1a' : '#666'}
                  strokeWidth={entry.skips ? 3 : 1}
                  strokeDasharray={entry.skips ? '3 3' : undefined}
                />
              </>
            ) : null}
            <rect
              x={x}
              y={CELL_TOP}
              width={cell}
              height={CELL_FOOT - CELL_TOP}
              fill={fill}
              stroke="#949494"
              strokeWidth=".75"
            />
            <text
              x={x + cell / 2}
              y="42"
              textAnchor="middle"
              className={isDue || isSend ? 'w' : entry.holiday ? 'h' : ''}
              {...(cell < 18 ? { textLength: cell - 3, lengthAdjust: 'spacingAndGlyphs' as const } : {})}
            >
              {Number(entry.day.slice(8))}
            </text>
          </Fragment>
        );
      })}
      {dueAt === undefined ? null : (
        <>
          <text x={dueAt * cell + cell / 2 - 6} y="15" textAnchor="end" className="du">
            {props.due?.label}
          </text>
          <line
            x1={dueAt * cell + cell / 2}
            y1="2"
            x2={dueAt * cell + cell / 2}
            y2={CELL_TOP}
            stroke="#1a1a1a"
            strokeWidth="2"
          />
        </>
      )}
      {props.columns.map((column, index) => {
        const at = indexOf.get(column.day);
        if (at === undefined) return null;
        const from = at * cell + cell / 2;
        return (
          <path
            key={column.key}
            d={`M${from} ${CELL_FOOT} V60 L${props.columnAt(index)} 78 V${HEIGHT}`}
            fill="none"
            stroke="#0055ad"
            strokeWidth="1.5"
          />
        );
      })}
    </svg>
  );
}
