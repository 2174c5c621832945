import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {CommandError} from "../exit.js";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a record has under a name; points stand between the names of fields within fields. */
const valueAt = (record: unknown, field: string): unknown =>
  field.split(".").reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), record);

function textOf(record: unknown, field: string, where: string): string {
  const value = valueAt(record, field);
  if (typeof value === "string") return value;
  const names = isRecord(record) ? Object.keys(record).join(", ") : JSON.stringify(record)?.slice(0, 80);
  throw new CommandError(
    where,
    `a record has a text in its field ${field}`,
    [{name: isRecord(record) ? "fields" : "record", value: names || "none"}],
    "name another by --field"
  );
}

/** The texts of lines of JSON; empty ones are passed. @throws CommandError that names the line. */
export function jsonlTexts(text: string, field: string, name: string): readonly string[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const where = `${name}: line ${i + 1}`;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch (cause) {
      const found = [{name: "parser", value: cause instanceof Error ? cause.message : String(cause)}];
      throw new CommandError(where, "each line is a record of JSON", found, 'such as {"text": "…"}', {cause});
    }
    return [textOf(record, field, where)];
  });
}

/** What Node has of the ways in which Parquet is compressed; the package itself knows snappy. */
const compressors = {
  GZIP: (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes)),
  BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliDecompressSync(bytes))
};

/** The texts of a Parquet file’s rows. Nothing is read but their column. @throws CommandError for a file that cannot be read so. */
export async function parquetTexts(bytes: Uint8Array, field: string, name: string): Promise<readonly string[]> {
  const {parquetMetadataAsync, parquetReadObjects, parquetSchema} = await import("hyparquet");
  const file = new Uint8Array(bytes).buffer;
  const failed = (rule: string, cause?: unknown, hint?: string): CommandError => {
    const found =
      cause === undefined ? [] : [{name: "reader", value: cause instanceof Error ? cause.message : String(cause)}];
    return new CommandError(name, rule, found, hint, {cause});
  };
  const metadata = await parquetMetadataAsync(file).catch((cause: unknown) => {
    throw failed("this is a whole Parquet file", cause);
  });
  const [column = ""] = field.split(".");
  const columns = parquetSchema(metadata).children.map(({element}) => element.name);
  if (!columns.includes(column))
    throw new CommandError(
      name,
      `its rows have a column ${column}`,
      [{name: "columns", value: columns.join(", ")}],
      "name another by --field"
    );
  const rows = await parquetReadObjects({file, metadata, columns: [column], compressors}).catch((cause: unknown) => {
    throw failed("its column can be read", cause, "write it again with snappy, gzip or no compression");
  });
  return rows.map((row, i) => textOf(row, field, `${name}: row ${i + 1}`));
}
