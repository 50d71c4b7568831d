/** Readable text in UTF-8 or Shift_JIS without any control sign but tab and line ends, piece by piece. */
export class TextCheck {
  #decoders = ['utf-8', 'shift_jis'].map((encoding) => new TextDecoder(encoding, { fatal: true }));

  /** False once nothing can make it text any more. */
  add(bytes: Uint8Array): boolean {
    if (bytes.some(isControl)) this.#decoders = [];
    else this.#decoders = this.#decoders.filter((decoder) => decodes(decoder, bytes, true));
    return this.#decoders.length > 0;
  }

  /** Whether the whole was text; nothing is added after it. */
  end(): boolean {
    return this.#decoders.some((decoder) => decodes(decoder, new Uint8Array(), false));
  }
}

const isControl = (byte: number) => byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
