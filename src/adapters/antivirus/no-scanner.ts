import type { Scanner } from './scanner';

/** What stands in where no scanner is configured: looks at nothing and says so. */
export const noScanner: Scanner = {
  async scan(content) {
    content.destroy();
    return 'not_scanned';
  },
};
