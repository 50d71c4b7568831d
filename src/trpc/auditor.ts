import { listAuditEvidence } from '@/usecases/audit/list-audit-evidence';
import { listAuditExports } from '@/usecases/audit/list-audit-exports';
import { listAuditedCampaigns } from '@/usecases/audit/list-audited-campaigns';
import { requestAuditExport } from '@/usecases/audit/request-audit-export';
import { showAuditedCampaign } from '@/usecases/audit/show-audited-campaign';
import { auditorMutation, router } from './init';

export const auditorRouter = router({
  campaigns: auditorMutation(listAuditedCampaigns),
  campaign: auditorMutation(showAuditedCampaign),
  requestExport: auditorMutation(requestAuditExport),
  exports: auditorMutation(listAuditExports),
  evidence: auditorMutation(listAuditEvidence),
});
