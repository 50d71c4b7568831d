import { type Letter, oneLine, type RenderedMail } from './letter';
import type { MailData } from './mail-data';
import { mailTranslator } from './mail-translator';
import { renderHtml } from './render-html';
import { renderText } from './render-text';
import { codeLetter } from './templates/code';
import { memberLetter } from './templates/member';
import { noticeLetter } from './templates/notice';
import { organisationInvitedLetter } from './templates/organisation-invited';
import { questionLetter } from './templates/question';
import { requestLetter } from './templates/request';
import { signInByProviderLetter } from './templates/sign-in-by-provider';
import type { Voice } from './voice';

/** Words a mail in its reader's language, with text and HTML saying the same. Pure: the flight plan previews with it. */
export function renderMail(data: MailData): RenderedMail {
  const other = data.language === 'ja' ? 'en' : 'ja';
  const voice: Voice = {
    locale: data.language,
    other,
    t: mailTranslator(data.language),
    abroad: mailTranslator(other),
  };
  const letter = letterOf(data, voice);
  const subject = oneLine(letter.subject);
  return {
    subject,
    text: renderText(letter.parts),
    html: renderHtml({ subject, parts: letter.parts }, data.language),
  };
}

function letterOf(data: MailData, voice: Voice): Letter {
  switch (data.kind) {
    case 'sign_in_code':
    case 'respondent_code':
      return codeLetter(data, voice);
    case 'sign_in_by_provider':
      return signInByProviderLetter(data, voice);
    case 'organisation_invited':
      return organisationInvitedLetter(data, voice);
    case 'member_invited':
      return memberLetter(data, voice);
    case 'question_asked':
    case 'question_answered':
      return questionLetter(data, voice);
    case 'receipt':
    case 'submitted_notice':
    case 'acceptance':
    case 'withdrawn':
    case 'link_requested':
    case 'colleague_link_requested':
    case 'copy':
      return noticeLetter(data, voice);
    default:
      return requestLetter(data, voice);
  }
}
