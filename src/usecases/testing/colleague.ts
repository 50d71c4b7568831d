import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import type { RespondentScope } from '@/db/scope';

/** The scope of somebody whom the lead asked for some items. */
export function colleagueOf(lead: RespondentScope, invitationId: string): RespondentScope {
  const { tenantId, assessmentId, invitationId: delegatedBy } = lead;
  const person = { personId: newId(), name: '小林 舞', department: '開発部', sitting: newId() };
  return mintRespondentScope({ tenantId, assessmentId, invitationId, delegatedBy, ...person });
}
