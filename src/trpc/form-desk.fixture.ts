import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { EMPTY_ANSWER } from '@/domain/answer';
import { FORM_COLUMNS } from '@/domain/answer-form';
import { launchTestCampaign, type TestBank, type testOutside } from '@/usecases/testing/bank-fixture';
import type { RequestContext } from './context';
import { sendForm, takeFilledForm } from './form-routes';
import { createCaller } from './root';

export const SHEET = '回答用シート';
/** Zero-based: three titles and a head of two rows stand above. */
export const FIRST_ROW = 5;
export const at = (key: string) => FORM_COLUMNS.findIndex((each) => each.key === key);

type TestOutside = ReturnType<typeof testOutside>;

export async function contextOf(outside: TestOutside, address: string): Promise<RequestContext> {
  const now = outside.clock.now();
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name: '田中', department: '室' });
    return session.token;
  });
  return {
    outside,
    locale: 'ja',
    cookies: { member: null, respondent: token, browser: null },
    setCookie: () => undefined,
  };
}

/** An assessment that its lead has open. */
export async function launchedForm(bank: TestBank, outside: TestOutside) {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
  const [assessmentId = '', otherId = ''] = assessmentIds;
  const context = await contextOf(outside, 'contact1@aoba-vendor.example');
  return { campaignId, assessmentId, otherId, context, api: createCaller(context) };
}
export type FormDesk = Awaited<ReturnType<typeof launchedForm>>;

export async function download({ context, assessmentId }: FormDesk): Promise<Uint8Array> {
  const response = await sendForm(context, assessmentId);
  if (response.status !== 200) throw new Error(`the form was refused: ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function bring({ context, assessmentId }: FormDesk, content: Uint8Array | string, name = '回答.xlsx') {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(Buffer.from(content as Uint8Array))], name));
  const request = new Request('http://localhost/', { method: 'POST', body });
  const response = await takeFilledForm(context, assessmentId, request);
  return (await response.json()) as { uploadId?: string; refusal?: { code: string; params: Record<string, unknown> } };
}
export const show = ({ api, assessmentId }: FormDesk) => api.respondent.forms.show({ assessmentId });
export async function take(desk: FormDesk, choices: Record<string, Record<string, 'file' | 'now'>> = {}) {
  const { waiting } = await show(desk);
  const { assessmentId } = desk;
  return desk.api.respondent.forms.take({
    assessmentId,
    uploadId: waiting?.uploadId ?? '',
    items: (waiting?.lines ?? []).map(({ itemId, number, version }) => ({
      itemId,
      version,
      choices: choices[number] ?? {},
    })),
  });
}
export async function itemOf(desk: FormDesk, number: string) {
  const { items } = await desk.api.respondent.workspace.open({ assessmentId: desk.assessmentId });
  const item = items.find((each) => each.number === number);
  if (!item) throw new Error(`no item ${number}`);
  return item;
}
export async function save(desk: FormDesk, number: string, current: string) {
  const { itemId, version } = await itemOf(desk, number);
  const content = { ...EMPTY_ANSWER, status: 'met' as const, current };
  await desk.api.respondent.answers.save({ assessmentId: desk.assessmentId, itemId, version, content });
}
