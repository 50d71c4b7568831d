import { nextContext } from '@/trpc/next-context';
import { receiveAnswer, takeAnswer } from '@/trpc/single-sign-on-routes';

interface Place {
  params: Promise<{ bank: string }>;
}

export async function GET(request: Request, { params }: Place): Promise<Response> {
  return receiveAnswer((await params).bank, request);
}

export async function POST(request: Request, { params }: Place): Promise<Response> {
  const ours = new Headers();
  const response = await takeAnswer(await nextContext(ours), (await params).bank, request);
  for (const cookie of ours.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}
