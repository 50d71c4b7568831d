import { chromium } from '@playwright/test';
import journeys from '../../../playwright.config';
import { startWorld } from '../asked-world.fixture';
import { startOwnDatabase } from '../own-database';
import { buildWhenChanged } from '../product/build';
import { brokenBounds } from './bounds';
import { measureEffort } from './scenarios';

/**
 * `npm run effort`: what answering costs a person, counted in a real browser; a JSON line each for the first bank, the
 * second one and a year without changes. Exits 1 when a bound is broken.
 */
await buildWhenChanged((line) => process.stderr.write(`${line}\n`));
const database = await startOwnDatabase('effort');
try {
  const world = await startWorld(database);
  const browser = await chromium.launch(journeys.use?.launchOptions ?? {});
  try {
    const { lines } = await measureEffort(world, browser);
    for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
    const broken = brokenBounds(lines);
    for (const sentence of broken) process.stderr.write(`${sentence}\n`);
    process.exitCode = broken.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await world.stop();
  }
} finally {
  await database.stop();
}
process.exit();
