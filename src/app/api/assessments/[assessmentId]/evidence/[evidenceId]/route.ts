import { sendEvidence } from '@/trpc/evidence-routes';
import { nextContext } from '@/trpc/next-context';

/** By POST from a button: taking a file away is recorded, a prefetch is not taking. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ assessmentId: string; evidenceId: string }> },
): Promise<Response> {
  return sendEvidence(await nextContext(null), await params);
}
