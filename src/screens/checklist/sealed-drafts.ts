import { createStore, del, entries, set } from 'idb-keyval';
import { z } from 'zod';

/** Written at most this long after it was typed: what a killed browser loses. */
const WRITE_AFTER_MS = 500;
const KEY_AGAIN_MS = 5_000;
const KEPT_MS = 60 * 86_400_000;
const IV_BYTES = 12;

const sealedSchema = z.object({ iv: z.instanceof(Uint8Array), data: z.instanceof(ArrayBuffer), at: z.number() });

type Store = ReturnType<typeof createStore>;

/** What is typed and not yet on the server, by name. */
export interface Drafts<Draft> {
  /** What can't be read is left out. Never fails. */
  readAll(): Promise<ReadonlyMap<string, Draft>>;
  keep(name: string, draft: Draft): void;
  drop(name: string): void;
  /** The page is leaving: writes what waits. */
  end(): void;
}

/**
 * Unsaved answers and texts in this browser, sealed (AES-256-GCM) under a key that the server gives to the session and that stays
 * in memory: they outlive the browser and are found again after the next sign-in, by the same person alone. `place`
 * names whose answers they are. Where the browser gives no store, or no key comes, the page alone holds them.
 */
export function sealedDrafts<Draft>(
  place: string,
  draftSchema: z.ZodType<Draft>,
  fetchKey: () => Promise<string>,
): Drafts<Draft> {
  let store: Store | null = null;
  let key: Promise<CryptoKey> | null = null;
  const waiting = new Map<string, Draft | null>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const storeOf = () => {
    store ??= createStore('tenken-drafts', 'sealed');
    return store;
  };
  const keyOf = () => {
    key ??= fetchKey().then(importKey);
    key.catch(() => {
      key = null;
    });
    return key;
  };
  const nameOf = (itemId: string) => `${place}/${itemId}`;
  const write = async () => {
    timer = null;
    const batch = [...waiting];
    waiting.clear();
    for (const [itemId, draft] of batch) {
      try {
        if (draft === null) await del(nameOf(itemId), storeOf());
        else await set(nameOf(itemId), await seal(await keyOf(), nameOf(itemId), draft), storeOf());
      } catch {
        // No key yet, or no room: what was typed since counts, and it is tried again.
        if (draft !== null && !waiting.has(itemId)) waiting.set(itemId, draft);
      }
    }
    if (waiting.size > 0) later(KEY_AGAIN_MS);
  };
  const later = (wait: number) => {
    timer ??= setTimeout(() => void write(), wait);
  };
  return {
    async readAll() {
      const found = new Map<string, Draft>();
      try {
        // Asked for at once, also where nothing lies yet: when the line is lost it is too late.
        const opening = keyOf();
        const mine = (await entries<string, unknown>(storeOf())).filter(([name]) => name.startsWith(`${place}/`));
        for (const [name, value] of mine) {
          const sealed = sealedSchema.safeParse(value);
          if (!sealed.success || Date.now() - sealed.data.at > KEPT_MS) {
            await del(name, storeOf());
            continue;
          }
          const draft = draftSchema.safeParse(await open(await opening, name, sealed.data));
          if (draft.success) found.set(name.slice(place.length + 1), draft.data);
        }
      } catch {
        return found;
      }
      return found;
    },
    keep(itemId, draft) {
      waiting.set(itemId, draft);
      later(WRITE_AFTER_MS);
    },
    drop(itemId) {
      waiting.set(itemId, null);
      later(WRITE_AFTER_MS);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      void write();
    },
  };
}

function importKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function seal(key: CryptoKey, name: string, draft: unknown): Promise<z.output<typeof sealedSchema>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const additionalData = new TextEncoder().encode(name);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text);
  return { iv, data, at: Date.now() };
}

/** Null for another person's, and for what can't be read any more. */
async function open(
  key: CryptoKey,
  name: string,
  { iv, data }: Pick<z.output<typeof sealedSchema>, 'iv' | 'data'>,
): Promise<unknown> {
  try {
    const additionalData = new TextEncoder().encode(name);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}
