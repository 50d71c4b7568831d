import { sendSubmittedEvidence } from '@/trpc/evidence-routes';
import { nextContext } from '@/trpc/next-context';

/** By POST from a button: taking a file away is recorded, a prefetch is not taking. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ evidenceId: string }> },
): Promise<Response> {
  const { evidenceId } = await params;
  return sendSubmittedEvidence(await nextContext(null), evidenceId);
}
