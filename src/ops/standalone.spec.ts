import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Cluster, startCluster } from './embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from './embedded/logins';
import { freePort } from './ports';

const LOGINS = { ownerPassword: 'owner', appPassword: 'app' };

/** The last stage's COPY lines: what the image holds. */
function copiedByDockerfile(): { from: string; to: string }[] {
  return [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)].map(
    ([, from = '', to = '']) => ({ from, to }),
  );
}

test.describe('the files that the image holds', () => {
  test.describe.configure({ mode: 'serial' });
  let image: string;
  let folder: string;
  let cluster: Cluster;
  let env: NodeJS.ProcessEnv;
  const children: ChildProcess[] = [];

  const run = (program: string) => {
    const child = spawn(process.execPath, [program], { cwd: image, env, stdio: 'pipe' });
    children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    return { ended, output: () => output, child };
  };

  test.beforeAll(async () => {
    image = mkdtempSync(join(tmpdir(), 'tenken-image-'));
    for (const { from, to } of copiedByDockerfile()) cpSync(from, join(image, to), { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'tenken-image-db-'));
    chmodSync(folder, 0o755);
    cluster = await startCluster({ folder, port: await freePort(), superPassword: 'super', volatile: true });
    await ensureLogins(cluster.superUrl, LOGINS);
    await ensureDatabase(cluster.superUrl, 'tenken');
    const urls = urlsOf(cluster.superUrl, 'tenken', LOGINS);
    const port = await freePort();
    env = {
      NODE_ENV: 'production',
      PATH: '',
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      TENKEN_SECRET: 'only for this test, thirty-two bytes',
      TENKEN_URL: `http://localhost:${port}`,
      MAIL_FROM: 'tenken@example.jp',
      EVIDENCE_DIR: join(folder, 'evidence'),
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
    };
  });
  test.afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await cluster?.stop();
    rmSync(image, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  test('hold no secret, no data and no test', () => {
    expect(copiedByDockerfile().length).toBeGreaterThan(2);
    expect(readdirSync(image)).toContain('server.js');
    const ours = globSync('{.env*,.data,.git,e2e,test-results,src/**/*.test.*}', { cwd: image });
    expect(ours).toEqual([]);
  });

  test('can set a paper: the compiler starts and the fonts lie beside it', async () => {
    const program = `
      import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) => {
        const fonts = 'node_modules/@expo-google-fonts/noto-sans-jp';
        const fontPaths = ['400Regular', '700Bold'].map((folder) => fonts + '/' + folder);
        const compiler = NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths }] });
        const made = compiler.compile({ mainFileContent: '#set text(font: "Noto Sans JP"); 点検' });
        process.stdout.write(String(made.takeWarnings() === null && made.result.numOfPages));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: image, stdio: 'pipe' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk));
    await new Promise((done) => child.once('exit', done));
    expect(printed.trim()).toBe('1');
  });

  test('migrate a database', async () => {
    const migration = run('migrate.mjs');
    expect(await migration.ended, migration.output()).toBe(0);
  });

  test('serve pages and their styles', async ({ request }) => {
    const web = run('server.js');
    const origin = env.TENKEN_URL ?? '';
    await expect
      .poll(async () => (await request.get(origin).catch(() => null))?.status() ?? web.output(), { timeout: 30_000 })
      .toBeLessThan(400);
    const page = await (await request.get(origin)).text();
    const style = /href="(\/_next\/static\/[^"]+\.css)"/.exec(page)?.[1];
    expect(style).toBeDefined();
    expect((await request.get(origin + style)).status()).toBe(200);
    expect(web.child.exitCode).toBeNull();
  });

  test('work off the queue', async () => {
    const worker = run('worker.mjs');
    const early = await Promise.race([worker.ended, new Promise((done) => setTimeout(done, 5000, 'running'))]);
    expect(early, worker.output()).toBe('running');
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
  });
});
