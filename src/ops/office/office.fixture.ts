import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STANDARD = 'user/basic/Standard';
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"';
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const TIME_OUT_MS = 120_000;

/** One thing that a person does in LibreOffice, or looks at; see desk.bas. */
export type OfficeOrder = readonly [name: string, ...rest: (string | number)[]];

/** Real LibreOffice without a window, under a profile of its own. */
export interface Office {
  /** Opens the file, carries the orders out one by one and gives what each says. */
  carry(file: Uint8Array, ending: string, orders: readonly OfficeOrder[]): Promise<string[][]>;
  /** The same, then saves it as .xlsx by LibreOffice's own hand. */
  edit(file: Uint8Array, orders: readonly OfficeOrder[]): Promise<Uint8Array>;
  /** As `soffice --convert-to` makes it. */
  convert(file: Uint8Array, ending: string, to: string): Promise<Uint8Array>;
  close(): void;
}

export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-office-'));
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, STANDARD), { recursive: true });
  const own = (name: string, xml: string) =>
    writeFileSync(join(profile, name), `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  own(
    `${STANDARD}/script.xlb`,
    `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Desk"/></library:library>`,
  );
  own(
    `${STANDARD}/dialog.xlb`,
    `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"/>`,
  );
  for (const kind of ['script', 'dialog']) {
    own(
      `user/basic/${kind}.xlc`,
      `<library:libraries ${LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${kind}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
    );
  }
  const program = escaped(readFileSync(resolve('src/ops/office/desk.bas'), 'utf8'));
  own(
    `${STANDARD}/Desk.xba`,
    `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk" script:language="StarBasic">${program}</script:module>`,
  );
  // A profile that counts as set up: at its first start LibreOffice would write its own presets over these.
  own(
    'user/registrymodifications.xcu',
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>',
  );
  const place = (ending: string) => join(folder, `${randomUUID()}.${ending}`);

  const carry: Office['carry'] = async (file, ending, orders) => {
    const source = place(ending);
    const orderFile = place('orders');
    const report = place('report');
    writeFileSync(source, file);
    writeFileSync(orderFile, orders.map((order) => order.join('\t').replaceAll('\n', '\\n')).join('\n'));
    await run(profile, [`macro:///Standard.Desk.Carry("${source}","${orderFile}","${report}")`]);
    const said = readFileSync(report, 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const [first] = said;
    if (first?.[0] === 'failed') throw new Error(`LibreOffice: ${first[1]}`);
    return said;
  };
  return {
    carry,
    async edit(file, orders) {
      const target = place('xlsx');
      await carry(file, 'xlsx', [...orders, ['save', target, 'Calc MS Excel 2007 XML']]);
      return readFileSync(target);
    },
    async convert(file, ending, to) {
      const source = place(ending);
      writeFileSync(source, file);
      await run(profile, ['--convert-to', to, '--outdir', folder, source]);
      return readFileSync(source.replace(/\.[a-z]+$/, `.${to.split(':')[0]}`));
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function run(profile: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(
      'soffice',
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: TIME_OUT_MS,
      },
    );
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`soffice ended with ${code}: ${said}`))));
  });
}
