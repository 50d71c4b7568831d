import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PlainFailure } from '../plain-failure';

/** What the tests need besides npm's packages: a browser, Japanese letters for it, Redis, and LibreOffice without a window. */
const NEEDED: Record<string, () => boolean> = {
  chromium: () => existsSync('/usr/bin/chromium'),
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'libreoffice-calc-nogui': () => existsSync('/usr/lib/libreoffice/program/libsclo.so'),
  'redis-server': () => spawnSync('redis-server', ['--version']).status === 0,
};

/** Installs what is missing where that is possible: as root, on Debian. Throws PlainFailure otherwise. */
export function ensureDebianPackages(say: (line: string) => void): void {
  const missing = Object.keys(NEEDED).filter((name) => !NEEDED[name]?.());
  if (missing.length === 0) return;
  const list = missing.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new PlainFailure(
      `テストには次のパッケージが必要です: ${list} / The tests need: ${list} (Debian: apt-get install ${list})`,
    );
  }
  say(`${list} をインストールしています / Installing ${list} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  if (apt('install', '-y', '--no-install-recommends', ...missing).status !== 0) {
    throw new PlainFailure(`apt-get install ${list} に失敗しました。 / apt-get install ${list} failed.`);
  }
}
