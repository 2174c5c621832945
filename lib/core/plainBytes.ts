/**
 * The same bytes as a plain Uint8Array, not copied. Node reads files as its own kind, Buffer, whose `slice` copies nothing: what
 * was made of a slice would share its memory.
 */
export const plainBytes = ({buffer, byteOffset, byteLength}: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
