import {hash} from "../core/hash.js";
import {readSafetensors} from "./readSafetensors.js";
import {numbersOf} from "./storedTensor.js";

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;

/** What a file holds, as a table: names, types, shapes, numbers, and a warning where some are not finite. */
export function inspectSafetensors(file: Uint8Array): string {
  const {tensors, metadata = {}} = readSafetensors(file);
  const rows = [...tensors].map(([name, stored]) => {
    const numbers = numbersOf(stored);
    const odd = numbers.filter((x: number | bigint) => typeof x === "number" && !Number.isFinite(x)).length;
    return [
      name,
      stored.dtype,
      `[${stored.shape.join(", ")}]`,
      String(numbers.length),
      odd === 0 ? "" : `${odd} not finite`
    ];
  });
  const widths = [0, 1, 2, 3].map((i) => Math.max(0, ...rows.map((row) => row[i]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, i) => (i === 3 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd()
  );
  const count = rows.reduce((sum, [, , , numbers]) => sum + Number(numbers), 0);
  const short = (text: string): string =>
    text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
  return [
    `${tensors.size} tensors, ${count.toLocaleString("en")} numbers, ${megabytes(file.length)}, hash ${hash(file).slice(0, 16)}`,
    ...Object.entries(metadata).map(([name, text]) => `${name}: ${short(text)}`),
    ...table
  ].join("\n");
}
