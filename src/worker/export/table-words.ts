import { createTranslator } from 'next-intl';
import type { AssessmentState } from '@/domain/assessment-state';
import type { Locale } from '@/domain/date-format';
import enStates from '@/messages/en/states.json' with { type: 'json' };
import enVendors from '@/messages/en/vendors.json' with { type: 'json' };
import jaStates from '@/messages/ja/states.json' with { type: 'json' };
import jaVendors from '@/messages/ja/vendors.json' with { type: 'json' };

const MESSAGES = {
  ja: { states: jaStates, vendors: jaVendors },
  en: { states: enStates, vendors: enVendors },
};
type Head = keyof (typeof jaVendors)['import']['campaignTable'];
type MailState = keyof (typeof jaVendors)['import']['mailStates'];

/** The words of tables that are no form, in the language that they were asked for in. */
export function tableWords(locale: Locale) {
  const vendors = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'vendors.import' });
  const states = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'states' });
  return {
    register: vendors('register'),
    head: (key: Head) => vendors(`campaignTable.${key}`),
    mail: (state: MailState) => vendors(`mailStates.${state}`),
    state: (state: AssessmentState) => states(`assessment.${state}`),
  };
}
