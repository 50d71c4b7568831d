/** Who did something, as it stays on record: the name is the one borne or stated at the time. */
export type Actor =
  | { kind: 'member'; id: string; userId: string; name: string }
  | { kind: 'respondent'; id: string; name: string; department: string }
  | { kind: 'system' };

/** The actor's id in the audit chain; the worker has none of its own. */
export function actorId(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`;
}
