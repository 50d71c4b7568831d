import { describe, expect, it } from 'vitest';
import type { ClientRefusal } from '@/trpc/client/refusal';
import { EvidenceUploads, type TypedDays, type Upload } from './evidence-uploads';

type Answer = { kept: string } | { refusal: ClientRefusal };

function desk() {
  const calls: { upload: Upload; progress(part: number): void; answer(answer: Answer): void; fail(): void }[] = [];
  const kept: { name: string; typed: TypedDays | null }[] = [];
  const uploads = new EvidenceUploads<string>({
    send: (upload, { progress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        calls.push({ upload, progress, answer: resolve, fail: () => reject(new Error('offline')) });
      }),
    kept: (_answer, { file }, typed) => kept.push({ name: file.name, typed }),
  });
  const phases = () => uploads.snapshot().uploads.map(({ file, phase }) => [file.name, phase]);
  return { uploads, calls, kept, phases };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const file = (name: string, bytes = 1) => new File([new Uint8Array(bytes)], name);

describe('uploads', () => {
  it('go one after the other, each until the server has looked at it', async () => {
    const { uploads, calls, kept, phases } = desk();
    uploads.add('a', [file('1.pdf'), file('2.pdf')]);
    expect(phases()).toEqual([
      ['1.pdf', 'sending'],
      ['2.pdf', 'waiting'],
    ]);
    calls[0]?.progress(1);
    expect(phases()[0]).toEqual(['1.pdf', 'checking']);
    calls[0]?.answer({ kept: 'x' });
    await settled();
    expect([kept, phases()]).toEqual([[{ name: '1.pdf', typed: null }], [['2.pdf', 'sending']]]);
    expect(uploads.snapshot().underWay).toBe(true);
  });

  it('that were lost on their way go again with what was typed, those refused for good stay to be read', async () => {
    const { uploads, calls, kept, phases } = desk();
    uploads.add('a', [file('1.pdf'), file('図.zip')]);
    uploads.type('upload-1', { validTo: '2027-03-31' });
    calls[0]?.fail();
    await settled();
    calls[1]?.answer({ refusal: { code: 'evidence-encrypted-zip', params: {} } });
    await settled();
    expect(phases()).toEqual([
      ['1.pdf', 'offline'],
      ['図.zip', 'refused'],
    ]);
    uploads.retry();
    expect(calls[2]?.upload).toMatchObject({ validTo: '2027-03-31' });
    uploads.type('upload-1', { validFrom: '2026-04-01' });
    calls[2]?.answer({ kept: 'x' });
    await settled();
    expect(kept).toEqual([{ name: '1.pdf', typed: { validFrom: '2026-04-01', validTo: '2027-03-31' } }]);
    expect([phases(), uploads.snapshot().underWay]).toEqual([[['図.zip', 'refused']], false]);
  });

  it('taken back stop, and the next one goes', async () => {
    const { uploads, calls, kept, phases } = desk();
    uploads.add('a', [file('1.pdf'), file('2.pdf')]);
    uploads.cancel('upload-1');
    await settled();
    expect([kept, phases(), calls.length]).toEqual([[], [['2.pdf', 'sending']], 2]);
  });

  it('ask for the code when the session has ended, and go on after it', async () => {
    const { uploads, calls, phases } = desk();
    uploads.add('a', [file('1.pdf')]);
    calls[0]?.answer({ refusal: { code: 'session-idle', params: {} } });
    await settled();
    expect(uploads.snapshot()).toMatchObject({ signedOut: true, underWay: true });
    uploads.retry();
    expect([uploads.snapshot().signedOut, phases()]).toEqual([false, [['1.pdf', 'sending']]]);
  });

  it('too large or empty are refused before they are sent', () => {
    const { uploads, calls } = desk();
    uploads.add('a', [file('大.pdf', 50 * 1024 * 1024 + 1), file('空.pdf', 0)]);
    expect(uploads.snapshot().uploads.map(({ refusal }) => refusal?.code)).toEqual([
      'upload-too-large',
      'upload-missing',
    ]);
    expect(calls).toEqual([]);
  });
});
