import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { type BarePlace, bareSave } from './bare-save';

/** `bare-server.ts <port>`: a bare node:http server that does a save's statements on DATABASE_URL for each POST. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => undefined });

createServer(async (request, response) => {
  const { place, words } = JSON.parse(await text(request)) as { place: BarePlace; words: string };
  await bareSave(sql, place, words);
  response.setHeader('content-type', 'application/json').end('{"saved":true}');
}).listen(Number(process.argv[2]), '127.0.0.1');
