/** The largest logo, in bytes. */
export const MAX_LOGO_BYTES = 200 * 1024;
/** The longest side, in pixels: more is no logo, and a small file may unfold into a very large picture. */
export const MAX_LOGO_SIDE = 2000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Start-of-frame marks of JPEG, which carry height and width (ITU-T T.81, B.1.1.3). */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

export interface Picture {
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** What the bytes say they are, whatever a name or browser claims; null for anything but a PNG or JPEG. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && PNG.every((byte, at) => bytes[at] === byte)) {
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(bytes[at + 1] ?? 0)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return null;
}
