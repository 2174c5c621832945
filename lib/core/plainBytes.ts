/** The same bytes as a Uint8Array and nothing more: `slice` of Node's Buffer, which `readFile` gives, makes no copy. */
export const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
