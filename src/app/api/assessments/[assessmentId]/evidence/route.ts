import { takeEvidence } from '@/trpc/evidence-routes';
import { nextContext } from '@/trpc/next-context';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ assessmentId: string }> },
): Promise<Response> {
  const { assessmentId } = await params;
  return takeEvidence(await nextContext(null), assessmentId, request);
}
