import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FormatError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";

/** A state as a run has it. */
const state = (seed: number) => {
  const params = {layers: [{weight: t.randomNormal(t.key(seed), [3, 4]), bias: t.zeros([4])}], odd: t.full([2], NaN)};
  const {init, update} = t.adam({learningRate: 0.1});
  const [, optimizer] = update(params, init(params), params);
  return {
    params,
    optimizer,
    step: 17,
    key: t.key(seed),
    config: {name: "a “name”", rate: 1e-3, least: -0, most: Infinity, flags: [true, false, null]},
    counts: new Uint32Array([1, 2, 4_294_967_295]),
    mask: t.tensor([true, false], "bool"),
    ids: t.tensor([1, -2], "int32"),
    exact: t.randomNormal(t.key(seed + 1), [2, 2], "float64")
  };
};

describe("a checkpoint", () => {
  it("gives a state back to the bit", () =>
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const before = state(seed);
        const after = t.loadCheckpoint(t.saveCheckpoint(before));
        expect(hash(after)).toBe(hash(before));
        expect(after).toEqual(before);
      }),
      {numRuns: 20}
    ));

  it("is read from Node’s Buffer, wherever in its pool that lies", () => {
    const file = Buffer.concat([Buffer.from([1, 2, 3]), t.saveCheckpoint(state(1))]).subarray(3);
    expect(hash(t.loadCheckpoint(file))).toBe(hash(state(1)));
  });

  it("is the same bytes for the same state", () =>
    expect(t.saveCheckpoint(state(1))).toEqual(t.saveCheckpoint(state(1))));

  it("is a file of tensors by their paths, which other programs can read", () => {
    const {tensors, metadata} = t.readSafetensors(t.saveCheckpoint(state(2)));
    const weight = tensors.get("params.layers.0.weight");
    expect(weight?.shape).toEqual([3, 4]);
    expect(hash(t.tensorOf(weight!))).toBe(hash(state(2).params.layers[0]!.weight));
    expect(metadata?.["format"]).toBe("pt");
    expect(t.inspectSafetensors(t.saveCheckpoint(state(2)))).toMatch(/params\.odd +F32 +\[2\] +2 +2 not finite/);
  });

  it("lets a run go on as if it had not stopped", () => {
    const {init, update} = t.chain(t.clipByGlobalNorm(1), t.adam({learningRate: (step) => 0.1 / (1 + step)}));
    type Run = {readonly params: {readonly w: t.Tensor}; readonly state: ReturnType<typeof init>};
    const step = ({params, state}: Run): Run => {
      const grads = t.grad((p: Run["params"]) => t.sum(t.square(t.sin(p.w))))(params);
      const [updates, next] = update(grads, state, params);
      return {params: t.applyUpdates(params, updates), state: next};
    };
    const steps = (run: Run, n: number): Run => (n === 0 ? run : steps(step(run), n - 1));
    const params = {w: t.randomNormal(t.key(3), [5])};
    const start = {params, state: init(params)};
    const stopped = t.loadCheckpoint(t.saveCheckpoint(steps(start, 4))) as Run;
    expect(hash(steps(stopped, 6))).toBe(hash(steps(start, 10)));
  });

  it("that was changed or cut anywhere is refused, or is the same state: never another one", () => {
    const file = t.saveCheckpoint(state(4));
    const whole = hash(state(4));
    const outcome = (bytes: Uint8Array): string => {
      try {
        return hash(t.loadCheckpoint(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
        return whole;
      }
    };
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(254), fc.boolean(), (at, by, cut) => {
        const mutant = cut ? file.slice(0, at) : Uint8Array.from(file, (byte, i) => (i === at ? byte + 1 + by : byte));
        expect(outcome(mutant)).toBe(whole);
      }),
      {numRuns: 10_000}
    );
  }, 60_000);

  it.each([
    ["a file of tensors alone", () => t.loadCheckpoint(t.writeSafetensors({tensors: new Map()})), /no state/],
    ["no bytes", () => t.loadCheckpoint(new Uint8Array()), /file-too-short/],
    ["a text", () => t.loadCheckpoint("text" as never), /Uint8Array/],
    ["a function in a state", () => t.saveCheckpoint({a: [() => 1]}), /saveCheckpoint[^]*a\.0/],
    [
      "a tensor with too few bytes",
      () => t.writeSafetensors({tensors: new Map([["w", {dtype: "F32", shape: [2], bytes: new Uint8Array(4)}]])}),
      /as many bytes/
    ],
    [
      "a type that is none",
      () =>
        t.writeSafetensors({tensors: new Map([["w", {dtype: "F8" as never, shape: [2], bytes: new Uint8Array(4)}]])}),
      /type of the format/
    ]
  ] as const)("refuses %s", (_, mistake, message) => expect(mistake).toThrow(message));
});

describe("a written file", () => {
  it("has wide types first, at multiples of their width, behind a header of whole eights", () => {
    const file = t.writeSafetensors({
      tensors: new Map([
        ["a", t.storedOf(t.tensor([true], "bool"))],
        ["b", t.storedOf(t.tensor([1.5, 2.5], "float64"))],
        ["c", t.storedOf(t.tensor([1], "float32"))]
      ]),
      metadata: {by: "hand"}
    });
    const {tensors, metadata} = t.readSafetensors(file);
    expect([...tensors.keys()]).toEqual(["b", "c", "a"]);
    expect(Number(new DataView(file.buffer).getBigUint64(0, true)) % 8).toBe(0);
    expect(metadata).toEqual({format: "pt", by: "hand"});
    for (const [name, stored] of tensors)
      expect(t.toNested(t.tensorOf(stored))).toEqual({a: [true], b: [1.5, 2.5], c: [1]}[name]);
  });
});
