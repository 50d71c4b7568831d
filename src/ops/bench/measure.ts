export interface Row {
  name: string;
  /** Median of one run, in `unit`. */
  ours: number;
  baseline: number;
  /** What the product adds to the bare work: its time ÷ the baseline's, also where the row counts by the second. */
  ratio: number;
  unit: string;
}

/**
 * Times two ways of doing the same work, turn and turn about in one run, and compares their medians. The first `warmUp`
 * rounds don't count.
 */
export async function compare(
  name: string,
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  baseline: (round: number) => Promise<unknown>,
  warmUp = Math.ceil(rounds / 5),
): Promise<Row> {
  const times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const first = await timed(() => ours(round));
    const second = await timed(() => baseline(round));
    if (round < warmUp) continue;
    times.ours.push(first);
    times.baseline.push(second);
  }
  const row = { ours: median(times.ours), baseline: median(times.baseline) };
  return { name, ...row, ratio: rounded(row.ours / row.baseline), unit: 'ms' };
}

/** How much slower the same work is with ten times the history behind it: ratio 1 means not at all. */
export function growthOf(name: string, before: Row, after: Row): Row {
  return { name, ours: after.ours, baseline: before.ours, ratio: rounded(after.ours / before.ours), unit: before.unit };
}

/** The same work as so many a second, each way; the ratio stays that of the times. */
export function perSecond(row: Row, unit: string): Row {
  return { ...row, ours: rounded(1000 / row.ours), baseline: rounded(1000 / row.baseline), unit };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
