/** Runs what a press set going; where the session has ended, once more after the code was entered. */
export type Attempt = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

/**
 * The calls of one page that met the end of the session: each waits until the person has signed in again and goes once
 * more then, so that nothing has to be pressed or typed twice. Any other failure is its caller's.
 */
export class PendingCalls {
  readonly #isSignedOut: (error: unknown) => boolean;
  readonly #listeners = new Set<() => void>();
  #waiting: (() => void)[] = [];

  constructor(isSignedOut: (error: unknown) => boolean) {
    this.#isSignedOut = isSignedOut;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something waits for the code. */
  waits = (): boolean => this.#waiting.length > 0;

  attempt: Attempt = async (call) => {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        if (!this.#isSignedOut(error)) throw error;
      }
      await new Promise<void>((goOn) => {
        this.#waiting.push(goOn);
        this.#publish();
      });
    }
  };

  /** The person has signed in again. */
  goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#publish();
    for (const again of waiting) again();
  }

  #publish(): void {
    for (const listener of this.#listeners) listener();
  }
}
