import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PlainFailure } from '../plain-failure';

/** PostgreSQL refuses to run as root; as root its programs run as `nobody`, whom every Linux knows by these ids. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Everything that the embedded mode keeps, in one folder. */
export interface Home {
  folder: string;
  /** Set where the wished-for folder lies below one that PostgreSQL's user can't enter. */
  insteadOf: string | null;
}

/** Makes the data folder, or finds one elsewhere where PostgreSQL's user can't reach it. Throws PlainFailure. */
export function openHome(wished: string): Home {
  const wanted = resolve(wished);
  const reachable = UNPRIVILEGED.uid === undefined || canBeEntered(existingAncestor(wanted));
  const digest = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = reachable ? wanted : join('/var/lib', `tenken-${digest}`);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (UNPRIVILEGED.uid !== undefined) chmodSync(folder, 0o755);
    makeFolder(join(folder, 'logs'), 0o700);
  } catch {
    throw new PlainFailure(
      `データフォルダー ${folder} に書き込めません。DATA_DIR=/別の場所 npm start のように場所を指定してください。 / ` +
        `Can't write to the data folder ${folder}; name another: DATA_DIR=/some/where npm start`,
    );
  }
  return { folder, insteadOf: reachable ? null : wanted };
}

/** Node's own recursive mkdir never ends where a file system makes no folders, as below /proc. */
function makeFolder(path: string, mode = 0o755): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode });
}

function existingAncestor(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingAncestor(dirname(path));
}

/** Whether PostgreSQL's user may pass through the folder and all folders above it. */
export function canBeEntered(path: string): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === UNPRIVILEGED.uid ? 0o100 : gid === UNPRIVILEGED.gid ? 0o010 : 0o001;
  const here = !statSync(path).isDirectory() || (mode & bit) !== 0;
  return here && (dirname(path) === path || canBeEntered(dirname(path)));
}

export interface Secrets {
  superPassword: string;
  ownerPassword: string;
  appPassword: string;
  tenkenSecret: string;
}

/** The secrets of this data folder, made at first use; readable by its owner alone. */
export function keptSecrets(home: Home): Secrets {
  const path = join(home.folder, 'secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  const made: Secrets = {
    superPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    appPassword: randomBytes(24).toString('hex'),
    tenkenSecret: randomBytes(32).toString('hex'),
  };
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}
