import {describe, expect, it} from "vitest";
import {key, mapTree, mul, randomNormal, tensor, type Tensor} from "../../../lib/tensor.js";
import {llama, transformer, type TransformerParams} from "../../../lib/transformer.js";
import type {OpenModel} from "../../../src/components/languageModel/keptModel.js";
import {asLong, insideOut, nameOf, type Asked} from "../../../src/stages/06-transformer/model/insideOut.js";
import {PART_NAMES, PARTS} from "../../../src/stages/06-transformer/model/insideParts.js";
import {plainGpt} from "../../../src/stages/06-transformer/model/plainGpt.js";

const tokens = [..."abcdefgh "];
/** A model whose gains are no ones, so that norms are told apart. */
const made = (more: Partial<Parameters<typeof llama>[0]> = {}): OpenModel => {
  const model = transformer(llama({vocabSize: 9, layers: 3, width: 16, heads: 4, context: 24, tied: true, ...more}));
  let n = 0;
  const params = mapTree(
    (leaf) => {
      const x = leaf as unknown as Tensor;
      return x.shape.length === 1 ? mul(x, randomNormal(key(100 + n++), x.shape)) : mul(x, 3);
    },
    model.init(key(4))
  ) as unknown as TransformerParams;
  const ids = (text: string): Tensor =>
    tensor(
      Int32Array.from(text, (letter) => Math.max(0, tokens.indexOf(letter))),
      {shape: [1, text.length]}
    );
  return {model, params, tokens, encode: ids, changed: () => model};
};

describe("a transformer as loops", () => {
  it("gives the library’s numbers, whatever the description of a Llama", () => {
    for (const more of [{}, {kvHeads: 2}, {kvHeads: 1, headDim: 8}, {layers: 1, hidden: 20}, {ropeBase: 100}]) {
      const {model, params, encode} = made(more);
      const ids = encode("abacabad efgh");
      const plain = plainGpt(model.config, params, Array.from(ids.data)).flat();
      const {data} = model.apply(params, ids);
      const largest = Math.max(...Array.from(data, Math.abs));
      expect(Math.max(...plain.map((x, i) => Math.abs(x - data[i]!))), JSON.stringify(more)).toBeLessThan(
        1e-5 * largest
      );
    }
  });
});

describe("a transformer, inside out", () => {
  const open = made();
  const [text, other] = ["abacabab", "abacabcd"];
  const last = text.length - 1;
  const ask = (more: Partial<Asked> = {}) =>
    insideOut(open, {
      text,
      other,
      part: "residual",
      layer: 2,
      head: 0,
      place: last,
      change: "as it is",
      ...more
    });

  it("shows every tensor, a row for each letter", () => {
    for (const part of PART_NAMES) {
      const {rows} = ask({part, layer: 1, head: 3});
      expect(rows, part).toHaveLength(text.length);
      const widths = {vectors: 16, heads: 4, letters: text.length, tokens: tokens.length};
      const width =
        part === "attention.pattern"
          ? widths.letters
          : part === "logits" || part === "probabilities"
            ? widths.tokens
            : PARTS[part].headed
              ? widths.heads
              : part === "feedForward.hidden"
                ? open.model.config.hidden
                : widths.vectors;
      expect(
        rows.every((row) => row.length === width),
        part
      ).toBe(true);
    }
    for (const part of ["attention.pattern", "probabilities"] as const)
      for (const row of ask({part}).rows) expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 5);
    expect(nameOf("residual", 2)).toBe("layers.2.residual");
  });

  it("says what the other text says, if the last stream at the last letter is its own", () => {
    const patched = ask({change: "of the other text"});
    const theirs = insideOut(open, {
      text: other,
      other,
      part: "residual",
      layer: 2,
      head: 0,
      place: last,
      change: "as it is"
    });
    const of = (list: typeof patched.said, token: string) => list.find((one) => one.token === token)!.probability;
    for (const {token, probability} of theirs.said)
      if (patched.changed.some((one) => one.token === token))
        expect(of(patched.changed, token)).toBeCloseTo(probability, 6);
    expect(patched.divergence).toBeGreaterThan(1e-6);
  });

  it("does not care what becomes of another letter’s last stream, nor of letters that are the same", () => {
    expect(ask({change: "of the other text", place: last - 1}).divergence).toBe(0);
    expect(ask({change: "zeros", place: 0}).divergence).toBe(0);
    expect(ask({change: "of the other text", layer: 0, place: 2}).divergence).toBe(0);
    expect(ask({change: "of the other text", layer: 0, place: last - 1}).divergence).toBeGreaterThan(0);
  });

  it("reads another text as long as the first", () => {
    expect(asLong("abcdef", "abc")).toBe("abc");
    expect(asLong("ab", "abcd")).toBe("ab  ");
  });
});
