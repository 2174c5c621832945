/** A format that a file announces by its first bytes, and what its owner can do to get text out of it. */
interface FileFormat {
  readonly name: string;
  readonly hint: string;
}

interface Magic extends FileFormat {
  readonly offset: number;
  /** One character for each byte. */
  readonly bytes: string;
  /** A magic that a text could begin with convicts only a file that also holds zero bytes. */
  readonly couldBeText: boolean;
}

const picture = "a picture of text is not text: use the text itself";
const other = "choose a file of text";
const archive = "unpack it, then choose a text file inside";
const program = "choose a file of text, not a program";
const office = "open it in its program and save it as plain text (UTF-8)";
const table = "export what you want as plain text (UTF-8)";

const magic = (name: string, bytes: string, hint: string, {offset = 0, couldBeText = false} = {}): Magic => ({
  name,
  bytes,
  hint,
  offset,
  couldBeText
});

const magics: readonly Magic[] = [
  magic("a PNG image", "\x89PNG\r\n\x1a\n", picture),
  magic("a JPEG image", "\xff\xd8\xff", picture),
  magic("a GIF image", "GIF87a", picture, {couldBeText: true}),
  magic("a GIF image", "GIF89a", picture, {couldBeText: true}),
  magic("a WebP image", "WEBP", picture, {offset: 8, couldBeText: true}),
  magic("a BMP image", "BM", picture, {couldBeText: true}),
  magic("a TIFF image", "II*\0", picture),
  magic("a TIFF image", "MM\0*", picture),
  magic("a PDF document", "%PDF-", office),
  magic("a PostScript document", "%!PS-Adobe", office),
  magic("a rich text (RTF) document", "{\\rtf", office),
  magic("an old Office document (doc, xls or ppt)", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", office),
  magic("a zip archive", "PK\x03\x04", archive),
  magic("an empty zip archive", "PK\x05\x06", archive),
  magic("a gzip archive", "\x1f\x8b", archive),
  magic("a bzip2 archive", "BZh", archive, {couldBeText: true}),
  magic("an xz archive", "\xfd7zXZ\0", archive),
  magic("a 7z archive", "7z\xbc\xaf\x27\x1c", archive),
  magic("a RAR archive", "Rar!\x1a\x07", archive),
  magic("a Zstandard archive", "\x28\xb5\x2f\xfd", archive),
  magic("a tar archive", "ustar", archive, {offset: 257, couldBeText: true}),
  magic("a WebAssembly module", "\0asm", program),
  magic("an ELF program", "\x7fELF", program),
  magic("a Windows program", "MZ", program, {couldBeText: true}),
  magic("a macOS program", "\xcf\xfa\xed\xfe", program),
  magic("a Java class or macOS program", "\xca\xfe\xba\xbe", program),
  magic("a SQLite database", "SQLite format 3\0", table),
  magic("a Parquet table", "PAR1", table, {couldBeText: true}),
  magic("a GGUF model", "GGUF", other, {couldBeText: true}),
  magic("a WOFF font", "wOFF", other, {couldBeText: true}),
  magic("a WOFF2 font", "wOF2", other, {couldBeText: true}),
  magic("an MP3 recording", "ID3", other, {couldBeText: true}),
  magic("an Ogg recording", "OggS", other, {couldBeText: true}),
  magic("a FLAC recording", "fLaC", other, {couldBeText: true}),
  magic("a WAV recording", "WAVE", other, {offset: 8, couldBeText: true}),
  magic("an MP4 recording or HEIC image", "ftyp", other, {offset: 4, couldBeText: true})
];

/** Zip archives that are documents, told by a name that one of their first entries has. */
const documents: readonly (readonly [entry: string, name: string])[] = [
  ["word/", "a Word document (docx)"],
  ["xl/", "an Excel workbook (xlsx)"],
  ["ppt/", "a PowerPoint presentation (pptx)"],
  ["application/epub+zip", "an EPUB book"],
  ["application/vnd.oasis.opendocument", "an OpenDocument file (odt)"]
];

const headLength = 4096;

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** The binary format that a file is in, told by its first 4,096 bytes; undefined if it may be text. */
export function fileFormat(bytes: Uint8Array): FileFormat | undefined {
  const head = latin1(bytes.subarray(0, headLength));
  const match = magics.find(
    ({bytes: sign, offset, couldBeText}) => head.startsWith(sign, offset) && (!couldBeText || head.includes("\0"))
  );
  if (match === undefined) return undefined;
  const document = match.name === "a zip archive" ? documents.find(([entry]) => head.includes(entry)) : undefined;
  return document === undefined ? {name: match.name, hint: match.hint} : {name: document[1], hint: office};
}

/**
 * The encoding of two or four bytes a unit that a text is in, told by its byte order mark or by where its zero bytes are.
 *
 * Without a mark it is UTF-16 if, of its first 4,096 bytes, at least eight and at least a quarter are zero, all of them
 * at even or all at odd places: a Latin text in UTF-16 looks so. A UTF-8 text with a few NULs does not.
 */
export function wideEncoding(bytes: Uint8Array): "UTF-16" | "UTF-32" | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32";
  const zeros: [number, number] = [0, 0];
  const n = Math.min(bytes.length, headLength);
  for (let i = 0; i < n; i++) if (bytes[i] === 0) zeros[i & 1 ? 1 : 0]++;
  const [even, odd] = zeros;
  const count = even + odd;
  return count >= 8 && count * 4 >= n && count < n && even * odd === 0 ? "UTF-16" : undefined;
}
