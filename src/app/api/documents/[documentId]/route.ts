import { sendDocument } from '@/trpc/document-routes';
import { nextContext } from '@/trpc/next-context';

/** By POST from a button: taking a file away is recorded, a prefetch is not taking. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const { documentId } = await params;
  return sendDocument(await nextContext(null), documentId);
}
