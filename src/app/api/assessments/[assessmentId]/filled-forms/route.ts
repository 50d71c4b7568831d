import { takeFilledForm } from '@/trpc/form-routes';
import { nextContext } from '@/trpc/next-context';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ assessmentId: string }> },
): Promise<Response> {
  const { assessmentId } = await params;
  return takeFilledForm(await nextContext(null), assessmentId, request);
}
