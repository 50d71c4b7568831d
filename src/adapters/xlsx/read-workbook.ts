import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { cellName, type FileFailure, failed, type ReadTable, type TableLimits } from '@/domain/file-failure';
import type { ThreadAnswer, ThreadTask } from './read-thread';
import { guardWorkbook } from './workbook-guard';

const HEAP_MEGABYTES = 256;
const TIME_OUT_MS = 5_000;

/**
 * The thread's program, once built: beside the worker's bundle, and for the web server where it runs, since its own
 * modules lie in chunks of no fixed place. Beside this file while developing.
 */
function threadProgram(): URL {
  const built = [new URL('./read-thread.mjs', import.meta.url), pathToFileURL('read-thread.mjs')];
  return built.find((each) => existsSync(each)) ?? new URL('./read-thread.ts', import.meta.url);
}

/**
 * The cells of one sheet of an .xlsx that a stranger may have made, as text: rich text joined, readings of kanji left
 * out, dates as YYYY-MM-DD. Formulas are refused by name, since what they show is not what they are. Never throws for
 * what is in the file.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: TableLimits & { /** The first that is not hidden without it. */ sheet?: string },
): Promise<ReadTable> {
  const refused = await guardWorkbook(bytes);
  if (refused) return refused;
  const { sheet = null, ...limits } = options;
  const answer = await inThread({ bytes, sheet, ...limits });
  if ('rows' in answer) return answer;
  const params: FileFailure['params'] = {};
  if (answer.row !== undefined && answer.column !== undefined) params.cell = cellName(answer.row, answer.column);
  if (answer.limit !== undefined) params.max = answer.limit;
  return failed(answer.code, params);
}

function inThread(task: ThreadTask): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(threadProgram(), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
      // Nothing that was configured for the process is for this thread to know.
      env: {},
      stdout: true,
      stderr: true,
    });
    const settle = (answer: ThreadAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => settle({ code: 'file-time-out' }), TIME_OUT_MS);
    thread.once('message', settle);
    thread.once('error', (error: Error & { code?: string }) =>
      settle({ code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-inflates' : 'file-broken' }),
    );
    thread.once('exit', () => settle({ code: 'file-broken' }));
  });
}
