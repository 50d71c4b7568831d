import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Any serious or critical violation of WCAG 2.2 AA that axe finds on the page as it stands, a sentence each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // From the top, where no target lies half below the bar that stays in view.
  await page.evaluate(() => window.scrollTo(0, 0));
  // A page that is still on its way in has no title yet.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    // In a frame that runs no script axe can't either: it would wait for ever. There is no other kind of frame here, so
    // the mode that can't look into some does, in less than half the time.
    .exclude('iframe[sandbox=""]')
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${new URL(page.url()).pathname}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
}

/** Fails on any serious or critical violation of WCAG 2.2 AA that axe finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}
