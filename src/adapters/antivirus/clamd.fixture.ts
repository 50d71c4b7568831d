import { once } from 'node:events';
import { createServer, type ListenOptions, type Socket } from 'node:net';

/** What the fixture does once it has been asked. */
export type Manner = 'scan' | 'hang' | 'close-midway' | 'deaf' | 'babble';

/** The harmless text that every scanner calls a virus, in two halves so that none calls this file one. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** A server that speaks clamd's INSTREAM and finds EICAR; `streamMaxLength` is clamd's StreamMaxLength. */
export async function startClamd(where: ListenOptions, options: { manner?: Manner; streamMaxLength?: number } = {}) {
  const { manner = 'scan', streamMaxLength = 1024 * 1024 } = options;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    if (manner === 'deaf') socket.pause();
    else socket.on('data', reader(socket, manner, streamMaxLength));
  }).listen(where);
  await once(server, 'listening');
  return {
    address: server.address(),
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const COMMAND = 'zINSTREAM\0';

function reader(socket: Socket, manner: Manner, streamMaxLength: number) {
  let pending = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let asked = false;
  const say = (text: string) => socket.end(`${text}\0`);
  return (piece: Buffer) => {
    pending = Buffer.concat([pending, piece]);
    if (!asked) {
      if (pending.length < COMMAND.length) return;
      if (pending.subarray(0, COMMAND.length).toString() !== COMMAND) return say('UNKNOWN COMMAND');
      asked = true;
      pending = pending.subarray(COMMAND.length);
    }
    while (pending.length >= 4) {
      const length = pending.readUInt32BE(0);
      if (length === 0) return answer();
      if (content.length + length > streamMaxLength) return say('INSTREAM size limit exceeded. ERROR');
      if (pending.length < 4 + length) return;
      content = Buffer.concat([content, pending.subarray(4, 4 + length)]);
      pending = pending.subarray(4 + length);
      if (manner === 'close-midway') return socket.destroy();
    }
  };
  function answer() {
    if (manner === 'hang') return;
    if (manner === 'babble') return say('stream: maybe');
    say(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
  }
}
