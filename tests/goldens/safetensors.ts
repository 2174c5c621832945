import {FormatError} from "../../lib/core/errors.js";
import {numbersOf} from "../../lib/io/storedTensor.js";
import {readSafetensors} from "../../lib/io/readSafetensors.js";
import type {Families, GoldenCase} from "./types.js";

const fileOf = ({inputs}: GoldenCase): Uint8Array => Buffer.from(String(inputs["base64"]), "base64");

/** A number as the files write it: whole ones beyond 2^53 and their like as texts, truth values as such. */
const written = (dtype: string, value: number | bigint): unknown =>
  typeof value === "bigint" ? String(value) : dtype === "BOOL" ? value !== 0 : value;

const spelled = (value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

/** The name of the rule that a file breaks. */
function broken(file: Uint8Array): string | undefined {
  try {
    readSafetensors(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.fault.rule.split(":")[0];
  }
}

export const families: Families = {
  safetensors_malformed: (golden) => [
    {what: "rule", actual: String(broken(fileOf(golden))), expected: String(golden.expected["rule"])}
  ],
  safetensors_valid: (golden) => {
    const {tensors, metadata} = readSafetensors(fileOf(golden));
    const read = [...tensors].map(([name, stored]) => {
      const {dtype, shape} = stored;
      const values = [...(numbersOf(stored) as readonly (number | bigint)[])].map((x) => spelled(written(dtype, x)));
      return [name, dtype, [...shape], values] as const;
    });
    const expected = Object.entries(
      golden.expected["tensors"] as Readonly<
        Record<string, {dtype: string; shape: readonly number[]; values: readonly unknown[]}>
      >
    ).map(([name, {dtype, shape, values}]) => [name, dtype, shape, values] as const);
    const sorted = <T extends readonly [string, ...unknown[]]>(list: readonly T[]) =>
      JSON.stringify([...list].sort(([a], [b]) => (a < b ? -1 : 1)));
    return [
      {what: "tensors", actual: sorted(read), expected: sorted(expected)},
      {
        what: "metadata",
        actual: JSON.stringify(metadata ?? null),
        expected: JSON.stringify(golden.expected["metadata"])
      }
    ];
  }
};
