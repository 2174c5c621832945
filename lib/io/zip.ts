import {ConfigError, found} from "../core/errors.js";

/**
 * The format ZIP, as far as it is needed to hand over files: each stored as it is, with a checksum (PKWARE, APPNOTE 6.3.3,
 * sections 4.3 and 4.4). Weights hardly shrink, so nothing is compressed.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const FIRST_DAY = 0x0021; // 1 January 1980, the first that the format knows: the same files are the same bytes
const MOST = 0xffff_ffff;

const table = new Uint32Array(256).map((_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of files in ZIP: a remainder of polynomials over two elements (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let rest = MOST;
  for (let i = 0; i < bytes.length; i++) rest = (rest >>> 8) ^ table[(rest ^ bytes[i]!) & 255]!;
  return ~rest >>> 0;
}

interface Entry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly sum: number;
  readonly at: number;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

/**
 * Files as one, in the format ZIP, which every system opens. Nothing is compressed, and the date is always the same, so the
 * same files are the same bytes.
 *
 * @param files - contents by names; a slash in a name makes a folder
 * @throws ConfigError for a name that leads out of the folder or is empty, and for more than 65,534 files or 4 GB.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Entry[] = [];
  let end = 0;
  for (const [name, bytes] of files) {
    checkName(name);
    const entry = {name: new TextEncoder().encode(name), bytes, sum: crc32(bytes), at: end};
    entries.push(entry);
    end += LOCAL_BYTES + entry.name.length + bytes.length;
  }
  const central = entries.reduce((sum, {name}) => sum + CENTRAL_BYTES + name.length, 0);
  if (end + central >= MOST || entries.length >= 0xffff)
    throw new ConfigError(
      "zip",
      "a file in this format has less than 4 GB, and fewer than 65,535 files in it",
      [found("bytes", end + central), found("files", entries.length)],
      "hand the files over one by one"
    );
  const file = new Uint8Array(end + central + END_BYTES);
  const view = new DataView(file.buffer);
  for (const entry of entries) {
    view.setUint32(entry.at, LOCAL, true);
    about(view, entry.at + 4, entry);
    file.set(entry.name, entry.at + LOCAL_BYTES);
    file.set(entry.bytes, entry.at + LOCAL_BYTES + entry.name.length);
  }
  let at = end;
  for (const entry of entries) {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    about(view, at + 6, entry);
    view.setUint32(at + 42, entry.at, true);
    file.set(entry.name, at + CENTRAL_BYTES);
    at += CENTRAL_BYTES + entry.name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, central, true);
  view.setUint32(at + 16, end, true);
  return file;
}

/** What stands of a file both before it and in the table at the end. */
function about(view: DataView, at: number, {name, bytes, sum}: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 8, FIRST_DAY, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, bytes.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
}

function checkName(name: string): void {
  const parts = name.split("/");
  if (name.length > 255 || parts.some((part) => part === "" || part === "." || part === "..") || /[\\:\0]/.test(name))
    throw new ConfigError("zip", "a name leads into the folder: no empty part, no `..`, no drive", [
      found("name", name)
    ]);
}
