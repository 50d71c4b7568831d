import { Refusal } from '@/domain/refusal';

/** Large uploads that one process takes in at once: each holds a place on the disk, and memory while it goes on. */
const AT_ONCE = 4;
/** Those that wait beside them; their bodies stay with the senders meanwhile. */
const WAITING = 16;
const PATIENCE_MS = 30_000;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when it is its turn. Throws the refusal `uploads-busy` when too many wait, or for too long. */
export async function inTurn<T>(work: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await turn(patienceMs);
  try {
    return await work();
  } finally {
    // The place goes to the next in line as it is, so that nobody comes between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function turn(patienceMs: number): Promise<void> {
  if (waiting.length >= WAITING) throw new Refusal('uploads-busy', {});
  return new Promise((resolve, reject) => {
    const admitted = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(admitted), 1);
      reject(new Refusal('uploads-busy', {}));
    }, patienceMs);
    waiting.push(admitted);
  });
}
