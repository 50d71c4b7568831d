import type { RespondentScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';

/** What only the invited lead does: asking colleagues, submitting, taking back. The database refuses it to others as well. */
export function requireLead(scope: RespondentScope): void {
  if (!scope.isLead) throw new Refusal('lead-only', {});
}
