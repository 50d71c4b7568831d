import { takeDocument } from '@/trpc/document-routes';
import { nextContext } from '@/trpc/next-context';

export async function POST(request: Request, { params }: { params: Promise<{ vendorId: string }> }): Promise<Response> {
  const { vendorId } = await params;
  return takeDocument(await nextContext(null), vendorId, request);
}
