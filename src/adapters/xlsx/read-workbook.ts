import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { cellName, type FileFailure, failed, type ReadTable, type TableLimits } from '@/domain/file-failure';
import type { ThreadAnswer, ThreadTask } from './read-thread';
import { guardWorkbook } from './workbook-guard';

interface ThreadCaps {
  /** With the thread's own buffers beside it a whole reading stays below 256 MB. */
  heapMegabytes: number;
  /** By the clock on the wall, from when the thread runs: on a busy machine its start alone takes long. */
  withinMs: number;
}
const CAPS: ThreadCaps = { heapMegabytes: 160, withinMs: 5_000 };

/**
 * The thread's program: the built web server and the image have it where they run, a checkout as source. Relative to the
 * folder the process runs in, since a bundler's own address of this module says nothing of where it came from.
 */
const PROGRAM = existsSync('./read-thread.mjs') ? './read-thread.mjs' : './src/adapters/xlsx/read-thread.ts';

/**
 * The cells of one sheet of an .xlsx that a stranger may have made, as text: rich text joined, readings of kanji left
 * out, dates as YYYY-MM-DD. Formulas are refused by name, since what they show is not what they are. Never throws for
 * what is in the file.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  {
    sheet,
    caps,
    ...limits
  }: TableLimits & { /** The first that is not hidden without it. */ sheet?: string; caps?: Partial<ThreadCaps> },
): Promise<ReadTable> {
  const read = await readTables(bytes, limits, [sheet ?? null], { ...CAPS, ...caps });
  if ('failure' in read) return read;
  const [table] = read.tables;
  const [formula] = table?.formulas ?? [];
  if (formula) return failed('file-formula', { cell: formula });
  return { rows: table?.rows ?? [] };
}

/** A sheet's cells as text, and the names of those that hold a formula, whose text is not to be believed. */
export interface SheetTable {
  rows: string[][];
  formulas: string[];
}

/** The same for several sheets by their names, in one go, null for the first that is not hidden; formulas are named. */
export function readSheets(bytes: Uint8Array, limits: TableLimits, sheets: ThreadTask['sheets']) {
  return readTables(bytes, limits, sheets);
}

async function readTables(
  bytes: Uint8Array,
  limits: TableLimits,
  sheets: ThreadTask['sheets'],
  caps = CAPS,
): Promise<{ tables: SheetTable[] } | { failure: FileFailure }> {
  const refused = await guardWorkbook(bytes);
  if (refused) return refused;
  const answer = await inThread({ bytes, sheets, ...limits }, caps);
  if ('tables' in answer) {
    const named = answer.tables.map(({ rows, formulas }) => ({
      rows,
      formulas: formulas.map(([row, column]) => cellName(row, column)),
    }));
    return { tables: named };
  }
  const params: FileFailure['params'] = {};
  if (answer.row !== undefined && answer.column !== undefined) params.cell = cellName(answer.row, answer.column);
  if (answer.limit !== undefined) params.max = answer.limit;
  return failed(answer.code, params);
}

function inThread(task: ThreadTask, { heapMegabytes, withinMs }: ThreadCaps): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(/* turbopackIgnore: true */ PROGRAM, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
      // Nothing that was configured for the process is for this thread to know, or worth loading for a sheet.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const settle = (answer: ThreadAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    thread.once('online', () => {
      timer = setTimeout(() => settle({ code: 'file-time-out' }), withinMs);
    });
    thread.once('message', settle);
    thread.once('error', (error: Error & { code?: string }) =>
      settle({ code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-inflates' : 'file-broken' }),
    );
    thread.once('exit', () => settle({ code: 'file-broken' }));
  });
}
