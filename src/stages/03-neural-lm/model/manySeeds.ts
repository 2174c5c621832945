/** The same small network from many seeds: which is the best, and is it? */
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";
import {shortList} from "./overfitting.js";

/** Nats per token. */
interface Seeded {
  readonly validation: number;
  readonly test: number;
}

/** Each seed's network after its steps on a short list of names, on the names to choose by and on those to test with. */
export function manySeeds(corpus: string, seeds: number, steps: number): readonly Seeded[] {
  const {config, validation, test} = shortList(corpus);
  return Array.from({length: seeds}, (_, seed) => {
    const own: BengioConfig = {...config, seed};
    const model = bengio(own);
    let state = model.model();
    for (let step = 0; step < steps; step++) state = model.step(state, model.data(step));
    const loss = (names: readonly string[]): number => {
      const text = `${names.join("\n")}\n`;
      const ids = Uint32Array.from(model.tokenizer.encode(text));
      const part = {ids, from: 0, characters: text.length, bytes: text.length};
      return model.informationOf(state.params, part).crossEntropyNats;
    };
    return {validation: loss(validation), test: loss(test)};
  });
}

/** The mean of a list, and the deviation of its members. */
export function spreadOf(list: readonly number[]) {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  const deviation = Math.sqrt(list.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (list.length - 1));
  return {mean, deviation};
}
