import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Place } from './s3-store';

export interface S3Server {
  place: S3Place;
  /** Every request since the start: its method, address and headers. */
  requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  stop(): Promise<void>;
}

/** A server on this machine that speaks S3, checks signatures but a list's, and keeps one bucket in a folder for temporary files. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'tenken-s3-'));
  const bucket = 'evidence';
  const options = { directory, silent: true, configureBuckets: [{ name: bucket, configs: [] }] };
  const s3 = new S3rver(options);
  await s3.configureBuckets();
  const requests: S3Server['requests'] = [];
  const answer = s3.callback();
  const answerUnchecked = new S3rver({ ...options, allowMismatchedSignatures: true }).callback();
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    requests.push({ method, url, headers });
    // The one call of ours that it has not: the parts of a broken upload are to be dropped.
    if (method === 'DELETE' && url?.includes('uploadId=')) response.writeHead(204).end();
    // It reckons a list's signature without the slash that stands after the bucket, and S3 with it.
    else if (method === 'GET' && url?.startsWith(`/${bucket}/?list-type=2`)) answerUnchecked(request, response);
    else answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    place: {
      bucket,
      region: 'ap-northeast-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      pathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
