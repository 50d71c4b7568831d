import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Tries to listen; the port that was got, or null when it is taken. Port 0: any free one. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') settle(null);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') settle(port);
      else fail(error);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const got = typeof address === 'object' && address ? address.port : port;
      probe.close(() => settle(got));
    });
  });
}

/** Whether the port is free on both loopback addresses: a browser may try either for `localhost`. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port, '127.0.0.1')) !== null && (await tryPort(port, '::1')) !== null;
}

export async function freePort(): Promise<number> {
  for (;;) {
    const port = await tryPort(0, '127.0.0.1');
    if (port !== null && (await isFree(port))) return port;
    await pause(10);
  }
}

/** A port kept in the data folder, so that addresses stay the same from start to start while they are free. */
export async function rememberedPort(folder: string, name: string, preferred?: number): Promise<number> {
  const path = join(folder, 'ports.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>) : {};
  const wanted = kept[name] ?? preferred;
  const port = wanted !== undefined && (await isFree(wanted)) ? wanted : await freePort();
  if (port !== kept[name]) writeFileSync(path, JSON.stringify({ ...kept, [name]: port }));
  return port;
}
