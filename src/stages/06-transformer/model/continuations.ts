import {chain, fold, generate, key, softmax, temperature, topK, topP, type LogitsRule} from "/lib/index.js";
import {cachedReader} from "/lib/transformer.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";

/** How a text is written on. */
export interface HowToWrite {
  readonly temperature: number;
  /** Tokens among which it chooses, at most; 0 for all. */
  readonly topK: number;
  /** The share of probability that it chooses from: 1 for all. */
  readonly topP: number;
}

/** One way in which a text may go on. */
export interface Next {
  readonly token: string;
  /** Of the model itself, before any rule. */
  readonly probability: number;
  /** What comes after it, if each next letter is the likeliest. */
  readonly ahead: string;
}

const ruleOf = ({temperature: t, topK: k, topP: p}: HowToWrite): LogitsRule =>
  chain(temperature(t), ...(k > 0 ? [topK(k)] : []), ...(p < 1 ? [topP(p)] : []));

/** Looks at how texts go on, by a trained model that remembers what it read. */
export function continuations({model, params, tokens, encode}: OpenModel) {
  const {predict} = cachedReader(model, params);
  const idsOf = (text: string): readonly number[] => (text === "" ? [0] : Array.from(encode(text).data));
  const write = (ids: readonly number[], length: number, rule: LogitsRule | undefined, seed: number): string =>
    Array.from(
      generate({
        predict,
        prompt: ids,
        length,
        key: fold(key(seed), ids.length),
        ...(rule !== undefined && {rule})
      }),
      ({token}) => tokens[token]!
    ).join("");
  return {
    /** The likeliest next letters, each with what would follow. */
    next: (text: string, count: number, ahead: number): readonly Next[] => {
      const ids = idsOf(text);
      const probabilities = softmax(predict(ids));
      const order = Array.from(probabilities, (_, id) => id).sort((a, b) => probabilities[b]! - probabilities[a]!);
      return order.slice(0, count).map((id) => ({
        token: tokens[id]!,
        probability: probabilities[id]!,
        ahead: write([...ids, id], ahead, topK(1), 0)
      }));
    },
    /** A text's continuation, drawn. */
    on: (text: string, length: number, how: HowToWrite, seed: number): string =>
      write(idsOf(text), length, ruleOf(how), seed)
  };
}
