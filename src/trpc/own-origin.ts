import { Refusal } from '@/domain/refusal';
import { isForeign, isOwnHost, pinnedFrom } from '@/domain/request-origin';

/** What the proxy asks of every other request, for a route that it doesn't stand before. Throws `origin-refused`. */
export function requireOwnOrigin(request: Request): void {
  const pinned = pinnedFrom(process.env);
  const host = request.headers.get('host') ?? '';
  if (!isOwnHost(host, pinned) || isForeign(request.method, request.headers, pinned)) {
    throw new Refusal('origin-refused', {});
  }
}
