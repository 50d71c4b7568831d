/** What has been started, so that it can be stopped in the reverse order, whenever that is. */
export class Stops {
  readonly #stops: (() => Promise<unknown>)[] = [];
  #stopping: Promise<void> | undefined;

  get stopping(): boolean {
    return this.#stopping !== undefined;
  }

  add(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }

  /** Stops everything once, however often it is called; goes on when one of them fails. */
  all(): Promise<void> {
    this.#stopping ??= this.#run();
    return this.#stopping;
  }

  async #run(): Promise<void> {
    for (const stop of this.#stops.toReversed()) await Promise.allSettled([stop()]);
  }
}
