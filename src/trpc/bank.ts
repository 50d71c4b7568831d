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
import { addTargets } from '@/usecases/campaigns/add-targets';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import { chooseServices } from '@/usecases/campaigns/choose-services';
import { cloneCampaign } from '@/usecases/campaigns/clone-campaign';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { discardCampaign } from '@/usecases/campaigns/discard-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { listCampaigns } from '@/usecases/campaigns/list-campaigns';
import { listServices } from '@/usecases/campaigns/list-services';
import { prepareCampaign } from '@/usecases/campaigns/prepare-campaign';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { showDraft } from '@/usecases/campaigns/show-draft';
import { showFlightPlan } from '@/usecases/campaigns/show-flight-plan';
import { updateCampaign } from '@/usecases/campaigns/update-campaign';
import { adoptImport } from '@/usecases/checklists/adopt-import';
import { compareEditions } from '@/usecases/checklists/compare-editions';
import { copyEdition } from '@/usecases/checklists/copy-edition';
import { discardDraft } from '@/usecases/checklists/discard-draft';
import { listEditionExports } from '@/usecases/checklists/list-edition-exports';
import { listEditions } from '@/usecases/checklists/list-editions';
import { publishEdition } from '@/usecases/checklists/publish-edition';
import { removeMapping } from '@/usecases/checklists/remove-mapping';
import { requestEditionExport } from '@/usecases/checklists/request-edition-export';
import { saveEdition } from '@/usecases/checklists/save-edition';
import { saveMapping } from '@/usecases/checklists/save-mapping';
import { showEdition } from '@/usecases/checklists/show-edition';
import { showEditionImport } from '@/usecases/checklists/show-edition-import';
import { startEdition } from '@/usecases/checklists/start-edition';
import { listExports } from '@/usecases/exports/list-exports';
import { listVendorTables } from '@/usecases/exports/list-vendor-tables';
import { requestExport } from '@/usecases/exports/request-export';
import { requestVendorTable } from '@/usecases/exports/request-vendor-table';
import { retryExport } from '@/usecases/exports/retry-export';
import { listGaps } from '@/usecases/gaps/list-gaps';
import { showGapHistory } from '@/usecases/gaps/show-gap-history';
import { showToday } from '@/usecases/home/show-today';
import { saveIdentityProvider } from '@/usecases/identity-provider/save-identity-provider';
import { showIdentityProvider } from '@/usecases/identity-provider/show-identity-provider';
import { confirmImport } from '@/usecases/imports/confirm-import';
import { discardImport } from '@/usecases/imports/discard-import';
import { listImports } from '@/usecases/imports/list-imports';
import { showImport } from '@/usecases/imports/show-import';
import { putLinkRequestAway } from '@/usecases/invitations/put-link-request-away';
import { reissueInvitation } from '@/usecases/invitations/reissue-invitation';
import { changeMember } from '@/usecases/members/change-member';
import { disableMember } from '@/usecases/members/disable-member';
import { inviteMember } from '@/usecases/members/invite-member';
import { listMembers } from '@/usecases/members/list-members';
import { answerQuestion } from '@/usecases/questions/answer-question';
import { listQuestions } from '@/usecases/questions/list-questions';
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
import { saveLogo } from '@/usecases/settings/save-logo';
import { saveSettings } from '@/usecases/settings/save-settings';
import { showSettings } from '@/usecases/settings/show-settings';
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
    showDraft: bankQuery(showDraft),
    listServices: bankQuery(listServices),
    update: bankMutation(updateCampaign),
    chooseServices: bankMutation(chooseServices),
    discard: bankMutation(discardCampaign),
    clone: bankMutation(cloneCampaign),
    addTargets: bankMutation(addTargets),
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
  checklists: router({
    list: bankQuery(listEditions),
    show: bankQuery(showEdition),
    compare: bankQuery(compareEditions),
    start: bankMutation(startEdition),
    copy: bankMutation(copyEdition),
    save: bankMutation(saveEdition),
    discard: bankMutation(discardDraft),
    publish: bankMutation(publishEdition),
    saveMapping: bankMutation(saveMapping),
    removeMapping: bankMutation(removeMapping),
    requestExport: bankMutation(requestEditionExport),
    listExports: bankQuery(listEditionExports),
    showImport: bankQuery(showEditionImport),
    adoptImport: bankMutation(adoptImport),
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
  invitations: router({
    reissue: bankMutation(reissueInvitation),
    putRequestAway: bankMutation(putLinkRequestAway),
  }),
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
  exports: router({
    request: bankMutation(requestExport),
    retry: bankMutation(retryExport),
    list: bankQuery(listExports),
    requestVendors: bankMutation(requestVendorTable),
    listVendors: bankQuery(listVendorTables),
  }),
  imports: router({
    list: bankQuery(listImports),
    show: bankQuery(showImport),
    confirm: bankMutation(confirmImport),
    discard: bankMutation(discardImport),
  }),
  settings: router({
    show: bankQuery(showSettings),
    save: bankMutation(saveSettings),
    saveLogo: bankMutation(saveLogo),
  }),
  identityProvider: router({
    show: bankQuery(showIdentityProvider),
    save: bankMutation(saveIdentityProvider),
  }),
  members: router({
    list: bankQuery(listMembers),
    invite: bankMutation(inviteMember),
    change: bankMutation(changeMember),
    disable: bankMutation(disableMember),
  }),
  gaps: router({ list: bankQuery(listGaps), history: bankQuery(showGapHistory) }),
  questions: router({ list: bankQuery(listQuestions), answer: bankMutation(answerQuestion) }),
});
