export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set: for the demo's past and for tests. */
export interface MovedClock extends Clock {
  moveTo(instant: Date): void;
  advance(milliseconds: number): void;
}

export function movedClock(start: Date): MovedClock {
  let instant = start.getTime();
  return {
    now: () => new Date(instant),
    moveTo: (next) => {
      instant = next.getTime();
    },
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}
