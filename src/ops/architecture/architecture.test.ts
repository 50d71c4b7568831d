import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImports } from './read-imports';
import { brokenWalls, type Import } from './rooms';

const SRC = fileURLToPath(new URL('../../', import.meta.url));
const { modules, imports } = readImports(SRC);

describe('the rooms', () => {
  it('have been read', () => {
    expect(modules).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('keep their walls', () => {
    expect(brokenWalls(imports)).toEqual([]);
  });

  it('notice every kind of breach', () => {
    const breach = (from: string, to: string, own = true, typeOnly = false): Import => ({ from, to, own, typeOnly });
    const breaches = [
      breach('domain/gap.ts', 'db/scope'),
      breach('domain/gap.ts', 'drizzle-orm', false),
      breach('usecases/campaigns/x.ts', 'auth/mint'),
      breach('usecases/campaigns/x.ts', 'adapters/mailer'),
      breach('usecases/campaigns/x.ts', 'db/client'),
      breach('trpc/bank.ts', 'db/scope'),
      breach('screens/bank/x.tsx', 'screens/respondent/y'),
      breach('screens/bank/x.tsx', 'usecases/gaps/list-gaps'),
      breach('screens/bank/x.tsx', 'trpc/root'),
      breach('ui/button.tsx', 'domain/gap'),
      breach('worker/main.ts', 'trpc/root'),
      breach('adapters/mailer.ts', 'usecases/command'),
      breach('worker/main.ts', 'ops/start'),
      breach('usecases/command.ts', 'server-only', false),
      breach('app/page.tsx', 'db/scope'),
    ];
    expect(brokenWalls(breaches)).toHaveLength(breaches.length);
  });

  it('make scopes in one file', () => {
    const makers = new Set(
      imports
        .map((each) => each.from)
        .filter((file) =>
          /\bas (unknown as )?(Bank|Auditor|Respondent|System|Organisation)Scope\b/.test(
            readFileSync(`${SRC}/${file}`, 'utf8'),
          ),
        ),
    );
    expect([...makers].filter((file) => !file.startsWith('ops/architecture/'))).toEqual(['auth/mint.ts']);
  });

  it('have no file that says nothing', () => {
    const vague = [...new Set(imports.map((each) => each.from))].filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|stuff|index)\.tsx?$/.test(file),
    );
    expect(vague).toEqual([]);
  });
});
