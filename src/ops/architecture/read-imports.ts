import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import type { Import } from './rooms';

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of every module below a source folder. Throws when there is none: a check that read nothing must fail. */
export function readImports(src: string): { modules: number; imports: Import[] } {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && statSync(join(src, path)).isFile(),
  );
  const imports = files.flatMap((file) => importsOf(src, file));
  if (files.length === 0 || imports.length === 0) throw new Error('no module was read');
  return { modules: files.length, imports };
}

function importsOf(src: string, file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const from = file.replaceAll('\\', '/');
  const found = [
    ...[...text.matchAll(STATEMENT)].map((match) => ({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...text.matchAll(DYNAMIC)].map((match) => ({ specifier: match[1] ?? '', typeOnly: false })),
  ];
  return found.map(({ specifier, typeOnly }) => {
    if (specifier.startsWith('@/')) return { from, to: specifier.slice(2), own: true, typeOnly };
    if (!specifier.startsWith('.')) return { from, to: specifier, own: false, typeOnly };
    const to = posix.normalize(posix.join(posix.dirname(from), specifier));
    if (!existsSync(join(src, dirname(to))))
      throw new Error(`${from} imports ${specifier}, which is outside ${relative('.', src)}`);
    return { from, to, own: true, typeOnly };
  });
}
