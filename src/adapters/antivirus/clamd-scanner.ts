import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Scanner, ScannerUnavailable, type ScanResult } from './scanner';

export interface ScannerLimits {
  /** Nothing came or went for this long. */
  silenceMs: number;
  /** From the first word to the verdict. */
  wholeMs: number;
}

const LIMITS: ScannerLimits = { silenceMs: 30_000, wholeMs: 120_000 };
const DEFAULT_PORT = 3310;
/** A verdict is one line: the name of what was found and a word. */
const MAX_ANSWER_LENGTH = 4096;

/** clamd by its INSTREAM command, at tcp://host:port or unix:/path. The content itself goes over, never a path. */
export function clamdScanner(url: URL, { silenceMs, wholeMs }: ScannerLimits = LIMITS): Scanner {
  return {
    async scan(content) {
      let broken: Error | undefined;
      content.once('error', (error) => {
        broken = error;
      });
      const socket = connect(addressOf(url));
      socket.setTimeout(silenceMs, () => socket.destroy(new Error('the scanner keeps silent')));
      const whole = setTimeout(() => socket.destroy(new Error('the scanner takes too long')), wholeMs);
      try {
        const [answer] = await Promise.all([answerOn(socket), send(content, socket)]);
        return verdictOf(answer);
      } catch (error) {
        // What broke the content is the caller's to hear as it is; all else is the scanner's.
        if (broken) throw broken;
        if (error instanceof ScannerUnavailable) throw error;
        throw new ScannerUnavailable('the scanner gave no verdict', { cause: error });
      } finally {
        clearTimeout(whole);
        socket.destroy();
        content.destroy();
      }
    },
  };
}

function addressOf(url: URL): NetConnectOpts {
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || DEFAULT_PORT) };
}

/** Each chunk under its length, four bytes with the highest first; a length of nothing ends the content. */
async function send(content: Readable, socket: Socket): Promise<void> {
  const lengthOf = (bytes: number) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes);
    return head;
  };
  const framed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      this.push(lengthOf(chunk.byteLength));
      done(null, chunk);
    },
    flush(done) {
      done(null, lengthOf(0));
    },
  });
  socket.write('zINSTREAM\0');
  await pipeline(content, framed, socket, { end: false });
}

/** The text up to its NUL; rejects when the connection ends before. */
function answerOn(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MAX_ANSWER_LENGTH) socket.destroy(new Error('the scanner talks too much'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the scanner closed the connection')));
  });
}

/** Nothing but its own words for the two verdicts counts as one. */
function verdictOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new ScannerUnavailable('the scanner answered with no verdict');
}
