import { describe, expect, it } from 'vitest';
import { ownLineOf, ownSitting } from './own-line';

const ID = '01990000-0000-7000-8000-000000000001';
const OTHER = '01990000-0000-7000-8000-000000000002';

describe('a line of its own in the history', () => {
  it('is told from the revision alone, and from no other one', () => {
    for (const line of ['form', 'resolution'] as const) {
      const sitting = ownSitting(ID, line);
      expect(sitting).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(ownLineOf({ id: ID, sitting })).toBe(line);
      expect(ownLineOf({ id: OTHER, sitting })).toBeNull();
    }
    expect(ownSitting(ID, 'form')).not.toBe(ownSitting(ID, 'resolution'));
    expect(ownLineOf({ id: ID, sitting: OTHER })).toBeNull();
  });
});
