import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { json } from 'node:stream/consumers';
import { agentFor, ForbiddenAddress } from './agents';
import { addressFault, type Reach } from './reach';

export type FetchFault = 'not_https' | 'private' | 'unreachable' | 'redirect' | 'no_document';

/** Reads one JSON document from a URL that somebody else chose. Follows no redirect and throws nothing. */
export async function fetchDocument(url: URL, reach: Reach): Promise<{ document: unknown } | { fault: FetchFault }> {
  const fault = addressFault(url, reach);
  if (fault !== null) return { fault };
  let response: IncomingMessage;
  try {
    response = await ask(url, reach);
  } catch (error) {
    return { fault: error instanceof ForbiddenAddress ? 'private' : 'unreachable' };
  }
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    return { fault: status >= 300 && status < 400 ? 'redirect' : 'no_document' };
  }
  try {
    return { document: await json(response) };
  } catch {
    return { fault: 'no_document' };
  }
}

function ask(url: URL, reach: Reach): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? httpsGet : httpGet;
    get(url, { agent: agentFor(url, reach), headers: { accept: 'application/json', 'accept-encoding': 'identity' } })
      .once('response', resolve)
      .once('error', reject);
  });
}
