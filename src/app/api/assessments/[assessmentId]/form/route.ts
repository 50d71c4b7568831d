import { sendForm } from '@/trpc/form-routes';
import { nextContext } from '@/trpc/next-context';

/** By POST from a button, like every file. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ assessmentId: string }> },
): Promise<Response> {
  const { assessmentId } = await params;
  return sendForm(await nextContext(null), assessmentId);
}
