import { nextContext } from '@/trpc/next-context';
import { sendReceipt } from '@/trpc/receipt-route';

/** By POST from a button, like every file. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ assessmentId: string; roundId: string }> },
): Promise<Response> {
  const { assessmentId, roundId } = await params;
  return sendReceipt(await nextContext(null), assessmentId, roundId);
}
