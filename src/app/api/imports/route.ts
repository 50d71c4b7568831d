import { receiveImport } from '@/trpc/import-route';
import { nextContext } from '@/trpc/next-context';

/** Takes in one uploaded table; what becomes of it stands on the import's page. */
export async function POST(request: Request): Promise<Response> {
  return receiveImport(await nextContext(null), request);
}
