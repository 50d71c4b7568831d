import { sendExport } from '@/trpc/file-route';
import { nextContext } from '@/trpc/next-context';

/** By POST from a button: taking a file away is recorded, a prefetch is not taking. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { exportId } = await params;
  return sendExport(await nextContext(null), exportId);
}
