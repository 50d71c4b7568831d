import { draftsKey } from '@/auth/entry/drafts-key';
import { chooseBank, requestSignInCode, signIn, signOut, whoAmI } from '@/auth/entry/member-entry';
import { joinOrganisation, myOrganisation } from '@/auth/entry/organisation-entry';
import { requestNewLink } from '@/auth/entry/request-link';
import {
  describeInvitation,
  introduce,
  myAssessments,
  requestRespondentCode,
  respondentSignIn,
  respondentSignOut,
} from '@/auth/entry/respondent-entry';
import { entryMutation, router } from './init';

export const entryRouter = router({
  requestSignInCode: entryMutation(requestSignInCode),
  signIn: entryMutation(signIn),
  chooseBank: entryMutation(chooseBank),
  signOut: entryMutation(signOut),
  whoAmI: entryMutation(whoAmI),
  draftsKey: entryMutation(draftsKey),
  describeInvitation: entryMutation(describeInvitation),
  requestNewLink: entryMutation(requestNewLink),
  requestRespondentCode: entryMutation(requestRespondentCode),
  respondentSignIn: entryMutation(respondentSignIn),
  introduce: entryMutation(introduce),
  myAssessments: entryMutation(myAssessments),
  myOrganisation: entryMutation(myOrganisation),
  joinOrganisation: entryMutation(joinOrganisation),
  respondentSignOut: entryMutation(respondentSignOut),
});
