import { createHash } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { setAnswersPaper } from '@/adapters/pdf/answers-paper';
import { bankNameIn } from '@/domain/bank-name';
import { formatDate, formatInstant } from '@/domain/date-format';
import { MESSAGES } from '@/messages/all';
import { answerLines } from '@/messages/answer-lines';
import { readReceipt } from '@/usecases/responses/read-receipt';
import type { RequestContext } from './context';
import { attachment, refusedAsText } from './file-route';
import { respondentScope } from './init';

/** 提出の控え as PDF, in the reader's language: who submitted what, when, and the hash that the mail names too. */
export async function sendReceipt(context: RequestContext, assessmentId: string, roundId: string): Promise<Response> {
  try {
    const scope = await respondentScope(context, { assessmentId });
    const receipt = await readReceipt(context.outside, scope, { assessmentId, roundId });
    const { locale } = context;
    const messages = MESSAGES[locale];
    const t = createTranslator({ locale, messages, namespace: 'respondent.submission' });
    const label = createTranslator({ locale, messages, namespace: 'ui.answer' });
    const states = createTranslator({ locale, messages, namespace: 'states.answer' });
    const { round } = receipt;
    const bankName = bankNameIn(locale, receipt.bank);
    const content = await setAnswersPaper(
      {
        language: locale,
        title: t('receiptTitle'),
        author: bankName,
        lead: round.takenBack ? t('paper.takenBack') : t('paper.lead', { bank: bankName }),
        facts: [
          { label: t('paper.bank'), value: bankName },
          {
            label: t('paper.vendor'),
            value: t('paper.vendorOf', { vendor: receipt.vendorName, service: receipt.serviceName }),
          },
          { label: t('paper.campaign'), value: receipt.campaignName },
          { label: t('paper.edition'), value: receipt.editionTitle },
          { label: t('paper.referenceDate'), value: formatDate(receipt.referenceDate, locale) },
          { label: t('submittedAt'), value: formatInstant(round.submittedAt, locale) },
          {
            label: t('submittedBy'),
            value: t('submitter', { name: round.submitterName, title: round.submitterTitle }),
          },
          { label: t('round'), value: t('roundNumber', { number: round.number }) },
          { label: t('timeliness'), value: round.afterDue ? t('late') : t('inTime') },
          { label: t('receiptHash'), value: round.receiptHash },
        ],
        heads: [t('paper.number'), t('paper.item'), t('answered')],
        items: receipt.items.map(({ number, item, content: answer, evidence }) => ({
          number,
          text: item.objective,
          lines: [
            ...answerLines(answer, { locale, label, status: states }),
            ...evidence.map(({ fileName, sha256 }) => ({
              label: t('paper.evidence'),
              // In two, so that it breaks within its column.
              text: `${fileName}　SHA-256 ${sha256.slice(0, 32)} ${sha256.slice(32)}`,
            })),
          ],
        })),
        note: t('paper.note'),
        footer: `${bankName}　${receipt.campaignName}　${receipt.vendorName}`,
      },
      round.submittedAt,
    );
    return attachment({
      fileName: t('paper.fileName', { campaign: receipt.campaignName, number: round.number }),
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    });
  } catch (error) {
    return refusedAsText(error);
  }
}
