/** A notebook in the part of an address that is never sent to a server. */
import {checkedCells, type Cell} from "./cell.js";

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // what is wrong with the bytes is said by the side that is read
  writer
    .write(bytes as Uint8Array<ArrayBuffer>)
    .then(() => writer.close())
    .catch(() => undefined);
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const toBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** The cells as a short text of letters that an address may have: rows of JSON, deflated, in base64url. */
export async function packCells(cells: readonly Cell[]): Promise<string> {
  const rows = cells.map(({id, mode, value, pinned}) => [id, mode, value, pinned ? 1 : 0]);
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  return toText(await through(bytes, new CompressionStream("deflate-raw")));
}

/** The cells of such a text; undefined where it is none, or broken. */
export async function unpackCells(text: string): Promise<readonly Cell[] | undefined> {
  try {
    const bytes = await through(toBytes(text), new DecompressionStream("deflate-raw"));
    const rows: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(rows)) return undefined;
    return checkedCells(
      rows.map((row: unknown) => {
        const [id, mode, value, pinned] = Array.isArray(row) ? (row as readonly unknown[]) : [];
        return {id, mode, value, pinned: pinned === 1};
      })
    );
  } catch {
    return undefined;
  }
}
