import {fromQ4, fromQ8, toQ4, toQ8} from "../../lib/io/blocks.js";
import {KINDS, TYPES, type GgufArray, type GgufValue} from "../../lib/io/ggufFormat.js";
import {ggufNumbers} from "../../lib/io/ggufNumbers.js";
import {readGgufFile} from "../../lib/io/readGgufFile.js";
import {writeGgufFile} from "../../lib/io/writeGgufFile.js";
import type {Families} from "./types.js";

interface Written {
  readonly shape: readonly number[];
  readonly data: unknown;
}

const flat = ({data}: Written): Float32Array => Float32Array.from((data as number[]).flat(Infinity) as number[]);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A value as the files write it: 64-bit whole numbers as texts, arrays as lists. */
const written = (value: GgufValue): unknown =>
  typeof value === "bigint"
    ? String(value)
    : typeof value === "object"
      ? (value satisfies GgufArray).values.map(written)
      : value;

export const families: Families = {
  quant_gguf: ({inputs, config, expected}) => {
    const x = flat(inputs["x"] as Written);
    const [to, from] = config["type"] === "q8_0" ? [toQ8, fromQ8] : [toQ4, fromQ4];
    const blocks = to(x);
    return [
      {what: "bytes", actual: hex(blocks), expected: expected["hex"]},
      {what: "numbers", actual: from(blocks), expected: flat(expected["dequantized"] as Written)}
    ];
  },
  quant_gguf_file: ({inputs, expected}) => {
    const file = new Uint8Array(Buffer.from(String(inputs["base64"]), "base64"));
    const {facts, tensors} = readGgufFile(file);
    const list = expected["tensors"] as readonly {name: string; type: string; typeId: number; value: Written}[];
    return [
      {
        what: "facts",
        actual: [...facts].map(([key, {kind, value}]) => [key, KINDS.indexOf(kind), written(value)]),
        expected: expected["metadata"]
      },
      {
        what: "tensors",
        actual: [...tensors].map(([name, {type, shape}]) => [name, type.toLowerCase(), TYPES[type].id, shape]),
        expected: list.map(({name, type, typeId, value}) => [name, type, typeId, value.shape])
      },
      {
        what: "numbers",
        actual: [...tensors.values()].map(ggufNumbers),
        expected: list.map(({value}) => flat(value))
      },
      {what: "the file, written again", actual: hex(writeGgufFile({facts, tensors})), expected: hex(file)}
    ];
  }
};
