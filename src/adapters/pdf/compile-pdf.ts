import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * Below where every process of ours runs; next.config.mjs puts it into the image. A plain relative text: a path that the
 * build can evaluate would carry the whole project into the image.
 */
const FONTS = 'node_modules/@expo-google-fonts/noto-sans-jp';
const WEIGHTS = ['400Regular', '700Bold'];
/** Results of earlier papers that the compiler may keep by it. */
const KEPT_RESULTS = 5;

let compiler: Promise<NodeCompiler> | null = null;

/**
 * Sets a paper as PDF: a Typst template, and its data as JSON in `sys.inputs.data`, never as markup. `at` stands in the
 * file as when it was made; the same template, data and instant give the same bytes. Throws on a template that is wrong.
 */
export async function compilePdf(template: string, data: unknown, at: Date): Promise<Uint8Array> {
  compiler ??= loadCompiler();
  const made = await compiler;
  const compiled = made.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  if (compiled.result === null || compiled.hasError())
    throw new Error(`the paper can't be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])}`);
  const bytes = made.pdf(compiled.result, { pdfTags: true, creationTimestamp: Math.floor(at.getTime() / 1000) });
  made.evictCache(KEPT_RESULTS);
  return bytes;
}

/** Loaded with the first paper: a native program of 50 MB that most processes never need. */
async function loadCompiler(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  return typst.NodeCompiler.create({
    workspace: FONTS,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => `${FONTS}/${weight}`) }],
  });
}
