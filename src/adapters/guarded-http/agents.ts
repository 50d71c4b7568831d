import { lookup } from 'node:dns';
import { type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { addressFault, mayConnect, type Reach } from './reach';

/** Far more than a provider's documents and keys have. */
const MAX_BYTES = 256 * 1024;
const MAX_MS = 5_000;

/** The address, or one that its name leads to, is none that a request may go to. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Looks the name up and refuses what leads inside; the socket then uses this very answer, so that it can't change. */
function guardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error) callback(error, '', 0);
      else if (!first || found.some(({ address }) => !mayConnect(address, reach))) {
        callback(new ForbiddenAddress(hostname), '', 0);
      } else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** Ends a connection that says too much or takes too long, whoever reads from it. */
function limited<S extends Duplex | null | undefined>(socket: S): S {
  if (!socket) return socket;
  const timer = setTimeout(() => socket.destroy(new Error('the answer took too long')), MAX_MS);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) socket.destroy(new Error('the answer is too large'));
  });
  return socket;
}

const isForbidden = (options: ClientRequestArgs, reach: Reach) => {
  const host = options.host ?? '';
  return isIP(host) !== 0 && !mayConnect(host, reach);
};

class GuardedHttps extends HttpsAgent {
  readonly #reach: Reach;
  constructor(reach: Reach) {
    super({ keepAlive: false });
    this.#reach = reach;
  }
  override createConnection(options: ClientRequestArgs, done?: Connected) {
    if (isForbidden(options, this.#reach)) throw new ForbiddenAddress(options.host ?? '');
    return limited(super.createConnection({ ...options, lookup: guardedLookup(this.#reach) }, done));
  }
}

class GuardedHttp extends HttpAgent {
  readonly #reach: Reach;
  constructor(reach: Reach) {
    super({ keepAlive: false });
    this.#reach = reach;
  }
  override createConnection(options: ClientRequestArgs, done?: Connected) {
    if (isForbidden(options, this.#reach)) throw new ForbiddenAddress(options.host ?? '');
    return limited(super.createConnection({ ...options, lookup: guardedLookup(this.#reach) }, done));
  }
}

/**
 * The agent for a request to a URL that somebody else chose: it connects to public addresses alone (checked after the
 * name is looked up) and limits time and size. Throws ForbiddenAddress when the URL itself says enough.
 */
export function agentFor(url: URL, reach: Reach): HttpAgent | HttpsAgent {
  if (addressFault(url, reach) !== null) throw new ForbiddenAddress(url.hostname);
  return url.protocol === 'https:' ? new GuardedHttps(reach) : new GuardedHttp(reach);
}
