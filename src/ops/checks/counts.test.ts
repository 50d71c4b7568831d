import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsIn } from './counts';

describe('countsIn', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const report = (content: object) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return countsIn(file);
  };

  it('reads vitest’s report', () => {
    const content = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, success: false };
    expect(report(content)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('counts a flaky journey as failed', () => {
    const content = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } };
    expect(report(content)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('knows a missing report from an empty one', () => {
    expect(countsIn(join(folder, 'none.json'))).toBeNull();
  });
});
