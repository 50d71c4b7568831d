/** What each room may import of ours, beside itself. The table of src/README.md, as data. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ['domain', 'env'],
  adapters: ['domain', 'env'],
  mails: ['domain', 'messages'],
  messages: ['domain'],
  usecases: ['domain', 'db', 'adapters'],
  auth: ['domain', 'db', 'env', 'adapters'],
  trpc: ['usecases', 'auth', 'domain', 'adapters', 'env', 'messages'],
  worker: ['usecases', 'auth', 'domain', 'adapters', 'mails', 'messages', 'env'],
  ui: [],
  screens: ['ui', 'domain', 'messages', 'trpc', 'mails'],
  app: ['screens', 'ui', 'trpc', 'messages'],
  ops: ['*'],
  env: [],
  proxy: ['domain', 'env'],
};

export interface Import {
  /** Path below src. */
  from: string;
  /** Path below src for our own modules, else the package's name. */
  to: string;
  own: boolean;
  typeOnly: boolean;
}

const NOT_PURE =
  /^(next|react|react-dom|drizzle-orm|postgres|bullmq|ioredis|nodemailer|@trpc|node:(fs|net|http|https|child_process|os|timers))(\/|$)/;

const roomOf = (path: string) => path.split('/')[0]?.replace(/\.tsx?$/, '') ?? '';
const isTest = (path: string) => /\.(test|db\.test|fixture)\.tsx?$/.test(path) || path.startsWith('usecases/testing/');

/** Everything that crosses a wall, a sentence each. */
export function brokenWalls(imports: readonly Import[]): string[] {
  return imports.flatMap((each) => {
    if (isTest(each.from)) return [];
    const fault = faultOf(each);
    return fault ? [`${each.from} imports ${each.to}: ${fault}`] : [];
  });
}

function faultOf({ from, to, own, typeOnly }: Import): string | null {
  const room = roomOf(from);
  const allowed = ROOMS[room];
  if (allowed === undefined) return `${room} is no room`;
  if (!own) {
    if (room === 'domain' && NOT_PURE.test(to)) return 'the rulebook is pure';
    if (room === 'usecases' && /^(next|react|@trpc|next-auth)(\/|$)/.test(to)) return 'use cases know no framework';
    if (
      to === 'server-only' &&
      !(from.startsWith('trpc/') && !from.startsWith('trpc/client/')) &&
      !from.startsWith('auth/next/')
    ) {
      return 'it throws in the worker';
    }
    return null;
  }
  const target = roomOf(to);
  if (to === 'db/client' && room !== 'db' && !typeOnly) return 'only db opens a connection';
  if (target === 'ops' && room !== 'ops') return 'nobody imports ops';
  // Measuring, torturing and counting found their banks as tests do.
  if (isTest(to) && !/^ops\/(bench|torture|effort)\//.test(from)) return 'product code imports test code';
  if (target === room) {
    if (room === 'screens') return sameAudience(from, to) ? null : 'another audience’s screens';
    if (from.startsWith('trpc/client/') && !to.startsWith('trpc/client/') && !typeOnly)
      return 'the browser gets no server code';
    return null;
  }
  if (room === 'screens' && target === 'trpc' && !to.startsWith('trpc/client/') && !typeOnly)
    return 'the browser gets no server code';
  if (room === 'usecases' && target === 'adapters' && !typeOnly) return 'use cases know adapters’ types only';
  if (room === 'app' && target === 'trpc' && to.startsWith('trpc/client/') && !to.endsWith('/provider'))
    return 'pages hand over to a screen';
  return allowed.includes('*') || allowed.includes(target) ? null : `${room} may not import ${target}`;
}

/** `checklist` is the neutral room that bank and respondent share: the printed text. */
function sameAudience(from: string, to: string): boolean {
  const audience = (path: string) => path.split('/')[1];
  return audience(from) === audience(to) || audience(to) === 'checklist';
}
