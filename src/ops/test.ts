import { BUILD, CHECKS, JOURNEYS } from './checks/all-checks';
import { ensureDebianPackages } from './checks/debian-packages';
import { type Check, type Outcome, runCheck } from './checks/run-check';
import { PlainFailure } from './plain-failure';

const say = (line: string) => process.stdout.write(`${line}\n`);
const total = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];

async function perform(check: Check): Promise<Outcome> {
  const outcome = await runCheck(check);
  const { counts } = outcome;
  for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += counts?.[kind] ?? 0;
  if (!outcome.ok) broken.push(check.name);
  const tests = counts ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : '';
  say(`${outcome.ok ? '✓' : '✗'} ${check.name}  ${outcome.seconds.toFixed(1)} s${tests}`);
  if (!outcome.ok) say(outcome.output.trimEnd());
  return outcome;
}

try {
  const began = performance.now();
  ensureDebianPackages(say);
  for (const check of CHECKS) await perform(check);
  // Without a build there is nothing for a browser to visit.
  if ((await perform(BUILD)).ok) await perform(JOURNEYS);
  else broken.push(JOURNEYS.name);
  say(`\n${((performance.now() - began) / 1000).toFixed(0)} s`);
  if (broken.length) say(`✗ ${broken.join(', ')}`);
  say(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = broken.length ? 1 : 0;
} catch (error) {
  if (!(error instanceof PlainFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
