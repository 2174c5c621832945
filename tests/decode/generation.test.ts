import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {log} from "../../lib/core/math/log.js";
import {fold, key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {chain} from "../../lib/decode/chain.js";
import type {Choice} from "../../lib/decode/choice.js";
import {generate, generation, type GenerationConfig, type Written} from "../../lib/decode/generation.js";
import {repetitionPenalty} from "../../lib/decode/penalties.js";
import {softmax} from "../../lib/decode/softmax.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";

const VOCABULARY = 7;

/** A model of the last two ids, with logits that look random. */
const predict = (context: ArrayLike<number>): Float64Array => {
  const last = context[context.length - 1] ?? 0;
  const before = context[context.length - 2] ?? 0;
  return Float64Array.from({length: VOCABULARY}, (_, i) => 2 * normal(key(10 * last + before), i));
};

const configs: fc.Arbitrary<GenerationConfig> = fc
  .record({
    prompt: fc.array(fc.nat(VOCABULARY - 1), {maxLength: 4}),
    length: fc.nat(20),
    seed: fc.maxSafeNat(),
    end: fc.option(fc.nat(VOCABULARY - 1), {nil: undefined}),
    rule: fc.constantFrom(undefined, temperature(0), temperature(0.5), chain(repetitionPenalty(1.3), topK(3)))
  })
  .map(({seed, end, rule, ...rest}) => ({
    ...rest,
    predict,
    key: key(seed),
    ...(end === undefined ? {} : {end}),
    ...(rule === undefined ? {} : {rule})
  }));

/** The stage, folded until it is done. */
function folded(config: GenerationConfig): readonly Written[] {
  const {data, model, step, done} = generation(config);
  const states = [model()];
  for (let n = 0; !done!(states[n]!); n++) states.push(step(states[n]!, data(n)));
  return states;
}

const base: GenerationConfig = {predict, prompt: [1, 2], length: 12, key: key(3)};

describe("generation", () => {
  it("as a generator gives the choices of the stage's fold", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const states = folded(config);
        const choices = [...generate(config)];
        expect(choices).toEqual(states.slice(1).map((state) => state.choice));
        expect(states.at(-1)!.ids).toEqual([...config.prompt, ...choices.map(({token}) => token)]);
        expect(states.at(-1)!.count).toBe(choices.length);
      })
    );
  });

  it("stops at the length, or right after the end", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const tokens = [...generate(config)].map(({token}) => token);
        const end = config.end === undefined ? -1 : tokens.indexOf(config.end);
        expect(tokens.length).toBe(end < 0 ? config.length : end + 1);
      })
    );
  });

  it("a step on a finished text changes nothing", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const last = folded(config).at(-1)!;
        expect(generation(config).step(last, 0.5)).toBe(last);
      })
    );
  });

  it("the same key writes the same text, and another key another one", () => {
    const text = (seed: number): string => [...generate({...base, key: key(seed)})].map(({token}) => token).join(" ");
    expect(text(3)).toBe(text(3));
    expect(new Set([3, 4, 5, 6].map(text)).size).toBe(4);
  });

  it("a longer text begins with the shorter one", () => {
    const short = [...generate(base)];
    expect([...generate({...base, length: 20})].slice(0, 12)).toEqual(short);
  });

  it("says what each token was chosen from, before and after the rule", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const ids = [...config.prompt];
        for (const {token, prob, rank, surprisal, distribution} of generate(config)) {
          const own = softmax(predict(ids));
          expect(surprisal).toBeCloseTo(-log(own[token]!), 10);
          expect(distribution).toEqual(config.rule === undefined ? own : softmax(config.rule(predict(ids), ids)));
          expect(prob).toBe(distribution[token]);
          expect(prob).toBeGreaterThan(0);
          const order = Array.from(distribution.keys()).sort((a, b) => distribution[b]! - distribution[a]! || a - b);
          expect(rank).toBe(order.indexOf(token) + 1);
          ids.push(token);
        }
      })
    );
  });

  it("at temperature 0 always takes rank 1", () => {
    expect([...generate({...base, rule: temperature(0)})].map(({rank}) => rank)).toEqual(Array(12).fill(1));
  });

  it("tokens come as often as the model says", () => {
    const probs = [0.5, 0.3, 0.2];
    const counts = [0, 0, 0];
    const even: GenerationConfig = {
      predict: () => Float64Array.from(probs, log),
      prompt: [],
      length: 20000,
      key: fold(key(1), 5)
    };
    for (const {token} of generate(even)) counts[token]! += 1;
    probs.forEach((p, id) => expect(Math.abs(counts[id]! / 20000 - p)).toBeLessThan(0.015));
  });

  it("asks the model only for what is read", () => {
    let asked = 0;
    const counted = {...base, predict: (ids: ArrayLike<number>) => (asked++, predict(ids))};
    const seen: Choice[] = [];
    for (const choice of generate(counted)) {
      seen.push(choice);
      if (seen.length === 3) break;
    }
    expect(asked).toBe(3);
  });

  it("an aborted signal ends it, before the first token or after any other", () => {
    const controller = new AbortController();
    const seen: number[] = [];
    for (const {token} of generate(base, {signal: controller.signal})) {
      seen.push(token);
      if (seen.length === 4) controller.abort();
    }
    expect(seen.length).toBe(4);
    expect([...generate(base, {signal: AbortSignal.abort()})]).toEqual([]);
  });

  it.each([
    [{length: -1}, /generation\.length/],
    [{length: 1.5}, /generation\.length/],
    [{length: Infinity}, /generation\.length.*\n.*Infinity/],
    [{prompt: [1, -1]}, /prompt\[1\] +-1/],
    [{prompt: [NaN]}, /prompt\[0\]/],
    [{prompt: "the "}, /list of token ids[^]*encode a text/],
    [{end: -2}, /generation\.end/],
    [{key: 1}, /generation\.key[^]*key\(1\)/],
    [{prompt: [VOCABULARY]}, /prompt\[0\][^]*vocabulary/]
  ])("%j is refused by name", (change, message) => {
    const config = {...base, ...change} as GenerationConfig;
    const written = () => {
      const {step, model} = generation(config);
      return step(model(), 0.5);
    };
    expect(written).toThrow(ConfigError);
    expect(written).toThrow(message);
    expect(() => generate(config).next()).toThrow(message);
  });
});
