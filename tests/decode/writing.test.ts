import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {entropy} from "../../lib/core/information.js";
import {log} from "../../lib/core/math/log.js";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {generate} from "../../lib/decode/generation.js";
import {softmax} from "../../lib/decode/softmax.js";
import {temperature} from "../../lib/decode/temperature.js";
import {writing, type WritingConfig, type WritingStep} from "../../lib/decode/writing.js";

const TOKENS = ["a", "b", "ab", "ba", " "];
const decode = (ids: readonly number[]): string => ids.map((id) => TOKENS[id] ?? "").join("");

/** A model of the last id, with logits that look random. */
const predict = (ids: ArrayLike<number>): Float64Array =>
  Float64Array.from({length: 6}, (_, i) => normal(key(ids[ids.length - 1] ?? 9), i));

const base: WritingConfig = {predict, prompt: [1, 2], length: 15, key: key(3), decode};
const configs: fc.Arbitrary<WritingConfig> = fc
  .record({
    seed: fc.nat(999),
    length: fc.nat(20),
    end: fc.constantFrom({}, {end: 5}),
    rule: fc.constantFrom({}, {rule: temperature(0.5)}),
    stop: fc.array(fc.string({unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4}), {maxLength: 2})
  })
  .map(({seed, end, rule, ...rest}) => ({...base, ...rest, ...end, ...rule, key: key(seed)}));

describe("writing", () => {
  it("writes the tokens that generate writes, until a string stops it", () => {
    fc.assert(
      fc.property(configs, ({stop = [], ...config}) => {
        const {decode: _, ...generation} = config;
        const [steps, choices] = [[...writing({...config, stop})], [...generate(generation)]];
        expect(steps.map(({choice}) => choice)).toEqual(choices.slice(0, steps.length));
        if (steps.at(-1)?.ended !== "stop") expect(steps).toHaveLength(choices.length);
        expect(steps.map(({count}) => count)).toEqual(steps.map((_, i) => i + 1));
      })
    );
  });

  it("ends the text before the first stop string that is complete, also across tokens, and keeps all before it", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const steps = [...writing(config)];
        const spelled = decode(steps.map(({token}) => token));
        const {text = "", ended} = steps.at(-1) ?? {};
        const stops = (config.stop ?? []).filter((stop) => spelled.includes(stop));
        expect(ended === "stop").toBe(stops.length > 0);
        if (ended !== "stop") return void expect(text).toBe(spelled);
        expect(stops.some((stop) => spelled.startsWith(text + stop))).toBe(true);
        return void expect(stops.some((stop) => text.includes(stop))).toBe(false);
      })
    );
  });

  it("never takes back what it said", () => {
    fc.assert(
      fc.property(configs, (config) => {
        let before = "";
        for (const {text} of writing(config)) {
          expect(text.startsWith(before)).toBe(true);
          before = text;
        }
      })
    );
  });

  it("says what the model thought of each token, before the rule", () => {
    const ids = [...base.prompt];
    for (const {token, logProb, rank, entropy: unsure} of writing({...base, rule: temperature(2)})) {
      const probs = softmax(predict(ids));
      expect(logProb).toBeCloseTo(log(probs[token]!), 12);
      expect(unsure).toBeCloseTo(entropy(probs), 12);
      expect(rank).toBe(probs.filter((p) => p > probs[token]!).length + 1);
      ids.push(token);
    }
    expect(ids).toHaveLength(17);
  });

  it("says why it ended, with the last token alone", () => {
    const endings = (config: WritingConfig): readonly WritingStep["ended"][] =>
      Array.from(writing(config), ({ended}) => ended);
    expect(endings({...base, length: 2})).toEqual([undefined, "length"]);
    expect(endings({...base, length: 0})).toEqual([]);
    const only = (id: number) => () => Float64Array.from({length: 6}, (_, i) => (i === id ? 0 : -Infinity));
    expect(endings({...base, predict: only(5), end: 5})).toEqual(["end"]);
    expect(endings({...base, predict: only(2), stop: ["ba"]})).toEqual([undefined, "stop"]);
    expect([...writing({...base, predict: only(2), stop: ["ba"]})].map(({text}) => text)).toEqual(["a", "a"]);
  });

  it("holds back a character until all of its bytes are there", () => {
    const bytes = [...new TextEncoder().encode("é!")];
    const utf8 = (ids: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(ids));
    const next = (ids: ArrayLike<number>) =>
      Float64Array.from({length: 256}, (_, i) => (i === bytes[ids.length] ? 0 : -Infinity));
    const config: WritingConfig = {predict: next, prompt: [], length: 3, key: key(1), decode: utf8};
    expect(Array.from(writing(config), ({text}) => text)).toEqual(["", "é", "é!"]);
    expect([...writing({...config, length: 1})][0]!.text).toBe("\uFFFD");
  });

  it.each<readonly [string, WritingConfig]>([
    ["writing.length", {...base, length: -1}],
    ["writing.prompt[0]", {...base, prompt: [17]}],
    ["writing.key", {...base, key: 1 as never}],
    ["stopStrings[0]", {...base, stop: [""]}],
    ["writing.stops", {...base, stops: ["a"]} as WritingConfig]
  ])("refuses, by the name of %s", (name, wrong) => {
    expect(() => [...writing(wrong)]).toThrow(ConfigError);
    expect(() => [...writing(wrong)]).toThrow(name);
  });

  it("without a way to spell has no text, and no strings that stop it", () => {
    const {decode: _, ...mute} = base;
    expect([...writing(mute)].every(({text}) => text === "")).toBe(true);
    expect(() => [...writing({...mute, stop: ["a"]})]).toThrow("writing.stop");
  });
});
