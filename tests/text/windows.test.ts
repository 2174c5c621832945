import fc from "fast-check";
import {expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {windows} from "../../lib/text/windows.js";

const ids = Uint16Array.from({length: 50}, (_, i) => i);

it("are pieces of the text, each with the tokens one further on", () =>
  fc.assert(
    fc.property(fc.integer({min: 1, max: 49}), fc.integer({min: 1, max: 5}), fc.nat(1000), (seqLen, batch, step) => {
      const {inputs, targets, shape} = windows(ids, {seqLen, batch, key: key(1)})(step);
      expect([shape, inputs.length, targets.length]).toEqual([[batch, seqLen], batch * seqLen, batch * seqLen]);
      for (let row = 0; row < batch; row++) {
        const start = inputs[row * seqLen]!;
        for (let i = 0; i < seqLen; i++) {
          expect(inputs[row * seqLen + i]).toBe(start + i);
          expect(targets[row * seqLen + i]).toBe(start + i + 1);
        }
      }
    })
  ));

it("of a step are the same whenever they are asked for, and others of another step or key", () => {
  const at = windows(ids, {seqLen: 4, batch: 8, key: key(1)});
  const eighth = at(8);
  at(3);
  expect(at(8)).toEqual(eighth);
  expect(at(9)).not.toEqual(eighth);
  expect(windows(ids, {seqLen: 4, batch: 8, key: key(2)})(8)).not.toEqual(eighth);
});

it("begin everywhere in the text: the first and the last place too", () => {
  const at = windows(ids, {seqLen: 4, batch: 20, key: key(1)});
  const starts = new Set(
    Array.from({length: 100}, (_, step) => at(step).inputs.filter((_, i) => i % 4 === 0)).flatMap((s) => [...s])
  );
  expect(starts.size).toBe(46);
});

it("refuse sizes that are none, and a text that is too short", () => {
  expect(() => windows(ids, {seqLen: 0, batch: 1, key: key(1)})).toThrow(ConfigError);
  expect(() => windows(ids, {seqLen: 1, batch: 1.5, key: key(1)})).toThrow(/windows\.batch/);
  expect(() => windows(ids, {seqLen: 50, batch: 1, key: key(1)})).toThrow(TextError);
});

it("of ids that lie elsewhere are those of the same ids here, and no more than a window is read at once", () => {
  const asked: number[] = [];
  const source = {
    length: ids.length,
    read: (from: number, count: number) => {
      asked.push(count);
      return Array.from(ids.subarray(from, from + count));
    }
  };
  const options = {seqLen: 4, batch: 3, key: key(1)};
  expect(windows(source, options)(7)).toEqual(windows(ids, options)(7));
  expect(asked).toEqual([5, 5, 5]);
  expect(() => windows({...source, length: 4}, options)).toThrow(TextError);
});
