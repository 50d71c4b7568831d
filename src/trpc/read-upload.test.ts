import { describe, expect, it } from 'vitest';
import { refusalOf } from '@/usecases/testing/refusal-of';
import { readUpload } from './read-upload';

const LIMITS = { maxMegabytes: 1 };
const posted = (form: FormData) => new Request('http://localhost/', { method: 'POST', body: form });

function formWith(files: readonly File[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file);
  return form;
}

describe('an upload', () => {
  it('gives the file, its name and the fields beside it', async () => {
    const file = new File([new Uint8Array([1, 2, 3])], '契約書 2026.pdf');
    const upload = await readUpload(posted(formWith([file], { title: '契約書' })), LIMITS);
    expect(upload).toEqual({
      fileName: '契約書 2026.pdf',
      bytes: new Uint8Array([1, 2, 3]),
      fields: { title: '契約書' },
    });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\a\\\\契約.pdf', '契約.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['\u0007', 'file'],
  ])('keeps no path and no hidden sign of the name %j', async (sent, kept) => {
    const upload = await readUpload(posted(formWith([new File(['x'], sent)])), LIMITS);
    expect(upload.fileName).toBe(kept);
  });

  it('refuses none, two and an empty file', async () => {
    const missing = { code: 'upload-missing', params: {} };
    expect(await refusalOf(readUpload(posted(formWith([])), LIMITS))).toEqual(missing);
    expect(await refusalOf(readUpload(posted(formWith([new File(['a'], 'a'), new File(['b'], 'b')])), LIMITS))).toEqual(
      missing,
    );
    expect(await refusalOf(readUpload(posted(formWith([new File([], 'a')])), LIMITS))).toEqual(missing);
  });

  it('refuses what is no form, and a form cut off', async () => {
    const missing = { code: 'upload-missing', params: {} };
    const json = new Request('http://localhost/', { method: 'POST', body: '{}' });
    expect(await refusalOf(readUpload(json, LIMITS))).toEqual(missing);
    const cut = new Request('http://localhost/', {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(await refusalOf(readUpload(cut, LIMITS))).toEqual(missing);
  });

  it('refuses a file over the limit by its stated length, before reading it', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'content-length': '999999999' },
    });
    expect(await refusalOf(readUpload(request, LIMITS))).toEqual({
      code: 'upload-too-large',
      params: { megabytes: 1 },
    });
  });

  it('stops a body that states no length and never ends', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    };
    const refusal = await refusalOf(readUpload(new Request('http://localhost/', init), LIMITS));
    expect(refusal).toEqual({ code: 'upload-too-large', params: { megabytes: 1 } });
    expect(sent).toBeLessThan(40);
  });

  it('takes a file of exactly the limit, and not one byte more', async () => {
    const whole = new File([new Uint8Array(1024 * 1024)], 'a');
    expect((await readUpload(posted(formWith([whole])), LIMITS)).bytes.byteLength).toBe(1024 * 1024);
    const over = new File([new Uint8Array(1024 * 1024 + 1)], 'a');
    expect(await refusalOf(readUpload(posted(formWith([over])), LIMITS))).toMatchObject({ code: 'upload-too-large' });
  });
});
