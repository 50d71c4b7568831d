import { parseArgs } from 'node:util';
import { startOwnDatabase } from '../own-database';
import { buildWhenChanged } from '../product/build';
import { tortureFiles } from './files';
import { tortureLaunch } from './launch';
import { tortureSaves } from './saves';

const USAGE = `npm run torture -- --target launch [--vendors 1000] [--seed 1]
npm run torture -- --target saves [--saves 10000] [--editors 50] [--kills 8] [--seed 1]
npm run torture -- --target files
`;

/** The whole of what `npm test` runs in short. Prints a JSON line; exits 1 when something was lost, done twice or not told. */
const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    vendors: { type: 'string', default: '1000' },
    saves: { type: 'string', default: '10000' },
    editors: { type: 'string', default: '50' },
    kills: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const TARGETS: Record<string, (database: Awaited<ReturnType<typeof startOwnDatabase>>) => Promise<Report>> = {
  launch: (database) =>
    tortureLaunch(database, { vendors: Number(values.vendors), kills: 3, seed, withinMs: 20 * 60_000 }),
  saves: async (database) => {
    await buildWhenChanged((line) => process.stderr.write(`${line}\n`));
    return tortureSaves(database, {
      saves: Number(values.saves),
      editors: Number(values.editors),
      kills: Number(values.kills),
      seed,
      withinMs: 30 * 60_000,
    });
  },
  files: async (database) => {
    await buildWhenChanged((line) => process.stderr.write(`${line}\n`));
    return tortureFiles(database, { seed });
  },
};
interface Report {
  name: string;
  problems: string[];
}

const torture = TARGETS[values.target ?? ''];
if (!torture) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const database = await startOwnDatabase('torture');
try {
  const report = await torture(database);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
} finally {
  await database.stop();
}
process.exit();
