import { assignAssessments } from '@/usecases/assessments/assign-assessments';
import { extendDueDate } from '@/usecases/assessments/extend-due-date';
import { extendMany } from '@/usecases/assessments/extend-many';
import { listAssessments } from '@/usecases/assessments/list-assessments';
import { listMatching } from '@/usecases/assessments/list-matching';
import { remindNow } from '@/usecases/assessments/remind-now';
import { withdrawAssessment } from '@/usecases/assessments/withdraw-assessment';
import { withdrawMany } from '@/usecases/assessments/withdraw-many';
import { approveBankAnswers } from '@/usecases/bank-answers/approve-bank-answers';
import { listBankAnswers } from '@/usecases/bank-answers/list-bank-answers';
import { proposeBankAnswers } from '@/usecases/bank-answers/propose-bank-answers';
import { saveBankAnswer } from '@/usecases/bank-answers/save-bank-answer';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { listCampaigns } from '@/usecases/campaigns/list-campaigns';
import { prepareCampaign } from '@/usecases/campaigns/prepare-campaign';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { showFlightPlan } from '@/usecases/campaigns/show-flight-plan';
import { listExports } from '@/usecases/exports/list-exports';
import { requestExport } from '@/usecases/exports/request-export';
import { listGaps } from '@/usecases/gaps/list-gaps';
import { showToday } from '@/usecases/home/show-today';
import { reissueInvitation } from '@/usecases/invitations/reissue-invitation';
import { acceptTogether } from '@/usecases/reviews/accept-together';
import { commentItem } from '@/usecases/reviews/comment-item';
import { decideAcceptance } from '@/usecases/reviews/decide-acceptance';
import { judgeItems } from '@/usecases/reviews/judge-items';
import { noteItem } from '@/usecases/reviews/note-item';
import { openReview } from '@/usecases/reviews/open-review';
import { proposeAcceptance } from '@/usecases/reviews/propose-acceptance';
import { readItems } from '@/usecases/reviews/read-items';
import { reopenReview } from '@/usecases/reviews/reopen-review';
import { returnRound } from '@/usecases/reviews/return-round';
import { showReview } from '@/usecases/reviews/show-review';
import { archiveDocument } from '@/usecases/vendors/archive-document';
import { archiveService } from '@/usecases/vendors/archive-service';
import { archiveVendor } from '@/usecases/vendors/archive-vendor';
import { endChainLink } from '@/usecases/vendors/end-chain-link';
import { listVendors } from '@/usecases/vendors/list-vendors';
import { makePrimary } from '@/usecases/vendors/make-primary';
import { removeContact } from '@/usecases/vendors/remove-contact';
import { restoreVendor } from '@/usecases/vendors/restore-vendor';
import { saveChainLink } from '@/usecases/vendors/save-chain-link';
import { saveContact } from '@/usecases/vendors/save-contact';
import { saveService } from '@/usecases/vendors/save-service';
import { saveVendor } from '@/usecases/vendors/save-vendor';
import { showVendor } from '@/usecases/vendors/show-vendor';
import { bankMutation, bankQuery, router } from './init';

export const bankRouter = router({
  home: router({ today: bankQuery(showToday) }),
  campaigns: router({
    list: bankQuery(listCampaigns),
    prepare: bankQuery(prepareCampaign),
    create: bankMutation(createCampaign),
    flightPlan: bankQuery(showFlightPlan),
    launch: bankMutation(launchCampaign),
    show: bankQuery(showCampaign),
    changeState: bankMutation(changeCampaignState),
  }),
  vendors: router({
    list: bankQuery(listVendors),
    show: bankQuery(showVendor),
    save: bankMutation(saveVendor),
    archive: bankMutation(archiveVendor),
    restore: bankMutation(restoreVendor),
    saveContact: bankMutation(saveContact),
    removeContact: bankMutation(removeContact),
    makePrimary: bankMutation(makePrimary),
    saveService: bankMutation(saveService),
    archiveService: bankMutation(archiveService),
    saveChainLink: bankMutation(saveChainLink),
    endChainLink: bankMutation(endChainLink),
    archiveDocument: bankMutation(archiveDocument),
  }),
  bankAnswers: router({
    list: bankQuery(listBankAnswers),
    save: bankMutation(saveBankAnswer),
    propose: bankMutation(proposeBankAnswers),
    approve: bankMutation(approveBankAnswers),
  }),
  assessments: router({
    list: bankQuery(listAssessments),
    listMatching: bankQuery(listMatching),
    withdraw: bankMutation(withdrawAssessment),
    extend: bankMutation(extendDueDate),
    extendMany: bankMutation(extendMany),
    withdrawMany: bankMutation(withdrawMany),
    assign: bankMutation(assignAssessments),
    remindNow: bankMutation(remindNow),
  }),
  invitations: router({ reissue: bankMutation(reissueInvitation) }),
  reviews: router({
    show: bankQuery(showReview),
    open: bankMutation(openReview),
    read: bankMutation(readItems),
    judge: bankMutation(judgeItems),
    acceptTogether: bankMutation(acceptTogether),
    comment: bankMutation(commentItem),
    note: bankMutation(noteItem),
    return: bankMutation(returnRound),
    propose: bankMutation(proposeAcceptance),
    decide: bankMutation(decideAcceptance),
    reopen: bankMutation(reopenReview),
  }),
  exports: router({ request: bankMutation(requestExport), list: bankQuery(listExports) }),
  gaps: router({ list: bankQuery(listGaps) }),
});
