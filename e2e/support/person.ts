import type { Browser, Page } from '@playwright/test';

/** Somebody with a browser of their own, in which no script may fail. */
export async function personAt(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}
