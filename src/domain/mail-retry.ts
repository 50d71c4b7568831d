const LONGEST_PAUSE_MINUTES = 60;
/** With the pauses below a server may be away for three days before a mail is given up. */
const MAX_ATTEMPTS = 78;

/** When a mail that the server could not take is tried again; null when it is given up. `attempts` counts those made. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const minutes = Math.min(2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MINUTES);
  return new Date(now.getTime() + minutes * 60_000);
}

/** A mail found in the middle of sending after this long was left there by a crash. */
const LEFT_BEHIND_MS = 2 * 60_000;

export function leftBehindSince(now: Date): Date {
  return new Date(now.getTime() - LEFT_BEHIND_MS);
}

export function isLeftBehind(claimedAt: Date | null, now: Date): boolean {
  return claimedAt === null || claimedAt <= leftBehindSince(now);
}
