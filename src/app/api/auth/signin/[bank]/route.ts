import { sendToProvider } from '@/trpc/single-sign-on-routes';

export async function POST(_request: Request, { params }: { params: Promise<{ bank: string }> }): Promise<Response> {
  return sendToProvider((await params).bank);
}
