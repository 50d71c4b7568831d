import { endDelegation } from '@/usecases/delegations/end-delegation';
import { giveItems } from '@/usecases/delegations/give-items';
import { listColleagues } from '@/usecases/delegations/list-colleagues';
import { endEvidenceUse } from '@/usecases/evidence/end-evidence-use';
import { removeEvidence } from '@/usecases/evidence/remove-evidence';
import { setValidity } from '@/usecases/evidence/set-validity';
import { useEvidence } from '@/usecases/evidence/use-evidence';
import { discardForm } from '@/usecases/forms/discard-form';
import { showForm } from '@/usecases/forms/show-form';
import { takeForm } from '@/usecases/forms/take-form';
import { markPresence } from '@/usecases/presence/mark-presence';
import { askQuestion } from '@/usecases/questions/ask-question';
import { takeBackQuestion } from '@/usecases/questions/take-back-question';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { replyToComment } from '@/usecases/responses/reply-to-comment';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { showAnswerHistory } from '@/usecases/responses/show-answer-history';
import { submitAssessment } from '@/usecases/responses/submit-assessment';
import { takeBackSubmission } from '@/usecases/responses/take-back-submission';
import { takeOverAnswers } from '@/usecases/responses/take-over-answers';
import { respondentMutation, respondentQuery, router } from './init';
import { masterRouter } from './master';

export const respondentRouter = router({
  workspace: router({ open: respondentQuery(openWorkspace) }),
  presence: router({ here: respondentMutation(markPresence) }),
  answers: router({
    save: respondentMutation(saveAnswer),
    history: respondentQuery(showAnswerHistory),
    takeOver: respondentMutation(takeOverAnswers),
    reply: respondentMutation(replyToComment),
  }),
  questions: router({ ask: respondentMutation(askQuestion), takeBack: respondentMutation(takeBackQuestion) }),
  delegations: router({
    list: respondentQuery(listColleagues),
    give: respondentMutation(giveItems),
    end: respondentMutation(endDelegation),
  }),
  evidence: router({
    use: respondentMutation(useEvidence),
    endUse: respondentMutation(endEvidenceUse),
    setValidity: respondentMutation(setValidity),
    remove: respondentMutation(removeEvidence),
  }),
  forms: router({
    show: respondentQuery(showForm),
    take: respondentMutation(takeForm),
    discard: respondentMutation(discardForm),
  }),
  master: masterRouter,
  submission: router({
    submit: respondentMutation(submitAssessment),
    takeBack: respondentMutation(takeBackSubmission),
  }),
});
