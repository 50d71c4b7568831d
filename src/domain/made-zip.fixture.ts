/** A ZIP with nothing but names, as its central directory lists them; sizes are as stated, not as held. */
export function madeZip(
  entries: readonly { name: string; encrypted?: boolean; isLink?: boolean; size?: number; packedSize?: number }[],
): Uint8Array {
  const utf8 = new TextEncoder();
  const listed = entries.map(({ name, encrypted, isLink, size = 0, packedSize = size }) => {
    const named = utf8.encode(name);
    const head = new DataView(new ArrayBuffer(46));
    head.setUint32(0, 0x02014b50, true);
    head.setUint16(8, encrypted ? 1 : 0, true);
    head.setUint32(20, packedSize, true);
    head.setUint32(24, size, true);
    head.setUint16(28, named.byteLength, true);
    head.setUint32(38, isLink ? 0xa1ff * 0x10000 : 0, true);
    return [...new Uint8Array(head.buffer), ...named];
  });
  const start = [0x50, 0x4b, 0x03, 0x04];
  const directory = listed.flat();
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(16, start.length, true);
  return new Uint8Array([...start, ...directory, ...new Uint8Array(end.buffer)]);
}
