import {describe, expect, it} from "vitest";
import {FormatError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import {fold, key} from "../../lib/core/random/key.js";
import {bits} from "../../lib/core/random/uniform.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import {gpt2, llama} from "../../lib/transformer.js";
import {readGguf, readHuggingFace, writeGguf, writeHuggingFace, type ExportedModel} from "../../lib/interop.js";
import {noisy} from "./samples.js";

const MUTANTS = 10_000;
const tokenizer = characterTokenizer("the whale’s", {unknown: "<unk>", end: "</s>"});
const sizes = {vocabSize: tokenizer.vocabulary.tokens.length, layers: 1, width: 8, heads: 2, context: 8} as const;
const modelOf = (config: ExportedModel["config"]): ExportedModel => ({config, params: noisy(config), tokenizer});
const models = [modelOf(llama({...sizes, kvHeads: 1, hidden: 8})), modelOf(gpt2({...sizes, hidden: 8}))];

const numbers = [0n, 1n, 2n, 7n, 0x7fffffffn, 0xffffffffn, 1n << 40n, (1n << 53n) + 1n, 1n << 62n, (1n << 64n) - 1n];

function spliced(file: Uint8Array, at: number, count: number, bytes: readonly number[]): Uint8Array {
  const rest = file.subarray(at + count);
  const other = new Uint8Array(at + bytes.length + rest.length);
  other.set(file.subarray(0, at));
  other.set(bytes, at);
  other.set(rest, at + bytes.length);
  return other;
}

/** One change of bytes, drawn from a key: most of them where the file says what it holds. */
function changed(file: Uint8Array, n: number, start: number): Uint8Array {
  const from = fold(key(41), n);
  const draw = (i: number, count: number): number => bits(from, i) % count;
  const at = draw(0, 4) === 0 ? draw(1, file.length) : draw(1, start);
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  switch (draw(2, 7)) {
    case 0:
      copy[at]! ^= 1 << draw(3, 8);
      return copy;
    case 1:
      copy[at] = draw(3, 256);
      return copy;
    case 2:
      return file.slice(0, at);
    case 3:
      return spliced(file, at, 1 + draw(3, 12), []);
    case 4:
      return spliced(
        file,
        at,
        0,
        Array.from({length: 1 + draw(3, 9)}, (_, i) => draw(4 + i, 256))
      );
    case 5: {
      const to = Math.min(at, file.length - 8);
      view.setBigUint64(to, numbers[draw(3, numbers.length)]!, true);
      return copy;
    }
    default: {
      const [other, length] = [draw(3, file.length), 1 + draw(4, 40)];
      copy.set(file.slice(other, Math.min(other + length, other + file.length - at)).subarray(0, file.length - at), at);
      return copy;
    }
  }
}

/** What reading gives: the hash of a model, or undefined if it was refused, in words. Any other error is a defect. */
function outcome(read: () => ExportedModel, n: number): string | undefined {
  try {
    const {config, params, tokenizer: found} = read();
    return hash({config, params, vocabulary: found?.vocabulary.tokens});
  } catch (error) {
    expect(error, `mutant ${n}: ${error instanceof Error ? error.stack : String(error)}`).toBeInstanceOf(FormatError);
    expect((error as Error).message, `mutant ${n}`).toMatch(/^\w+: .+/);
    return undefined;
  }
}

describe("ten thousand GGUF files with a fault", () => {
  const files = models.map((model) => writeGguf(model));
  const starts = files.map((file) => file.length - 2500);
  const whole = files.map((file) => outcome(() => readGguf(file), -1));

  it("are refused in words, or are the same model", () => {
    let [same, refused] = [0, 0];
    for (let n = 0; n < MUTANTS; n++) {
      const i = n % files.length;
      const mutant = changed(files[i]!, n, starts[i]!);
      const found = outcome(() => readGguf(mutant), n);
      if (found === undefined) refused++;
      else {
        same++;
        expect(found, `mutant ${n}`).toBe(whole[i]);
      }
    }
    expect(refused).toBeGreaterThan(9000);
    expect(same).toBeGreaterThan(0);
  });

  it("meet nothing but errors in words where their hash is not looked at", () => {
    let other = 0;
    for (let n = 0; n < MUTANTS / 2; n++) {
      const i = n % files.length;
      const mutant = changed(files[i]!, n, starts[i]!);
      const found = outcome(() => readGguf(mutant, {changed: true}), n);
      if (found !== undefined && found !== whole[i]) other++;
    }
    expect(other).toBeGreaterThan(10); // so the hash is what notices them
  });
});

describe("ten thousand directories with a fault", () => {
  const directories = models.map((model, i) => writeHuggingFace({...model, ...(i === 1 && {shardBytes: 1500})}));
  const whole = directories.map((files) => outcome(() => readHuggingFace(files), -1));
  const weights = directories.map((files) =>
    [...files.keys()].filter((name) => /^config\.json$|safetensors/.test(name))
  );

  it("in a config, an index or weights are refused in words, or are the same model", () => {
    let [same, refused] = [0, 0];
    for (let n = 0; n < MUTANTS; n++) {
      const i = n % directories.length;
      const name = weights[i]![bits(fold(key(43), n), 0) % weights[i]!.length]!;
      const file = directories[i]!.get(name)!;
      const start = name.endsWith("json") ? file.length : Math.min(file.length, 1500);
      const mutant = new Map([...directories[i]!, [name, changed(file, n, start)]]);
      const found = outcome(() => readHuggingFace(mutant), n);
      if (found === undefined) refused++;
      else {
        same++;
        expect(found, `mutant ${n} of ${name}`).toBe(whole[i]);
      }
    }
    expect(refused).toBeGreaterThan(6000);
    expect(same).toBeGreaterThan(100); // a setting that only training uses, the name of an author
  });
});
