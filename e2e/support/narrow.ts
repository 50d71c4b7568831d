import type { Page } from '@playwright/test';

/**
 * What doesn't fit the window's width: the page itself, a control that reaches beyond it, and a control that cuts its own
 * words off. What stands in a part that scrolls by itself is in reach. A sentence each; none when all fits.
 */
export async function unfitting(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > width) found.push(`the page is ${scrollWidth} px wide`);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const inScroller = (element: Element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (scrolls(at)) return true;
      return false;
    };
    for (const control of document.querySelectorAll<HTMLElement>(
      'a, button, input, select, textarea, summary, label',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = control.getBoundingClientRect();
      // Text for screen readers and the link that shows on focus.
      if (box.width <= 1 || box.height <= 1 || box.bottom < 0 || control.closest('.vh, .skip')) continue;
      const name = `${control.tagName.toLowerCase()} "${(control.textContent || control.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
      if ((box.right > width + 1 || box.left < -1) && !inScroller(control)) {
        found.push(`${name} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
      }
      const cuts = getComputedStyle(control).overflowX === 'hidden' || getComputedStyle(control).overflowX === 'clip';
      if (cuts && /^(A|BUTTON|SUMMARY)$/.test(control.tagName) && control.scrollWidth > control.clientWidth + 1) {
        found.push(`${name} is cut off`);
      }
    }
    return found;
  });
}
