/** All models of the book on one text, by what they keep and by what learning them cost. */
import {inUnit, TITLES, type ModelResult, type TextResult} from "./languageModels.js";
import {chosen} from "./chosen.js";

/** Counts of one order, or a transformer of another size, as the kept program has them. */
export interface MoreModels {
  /** Of the text. */
  readonly name: string;
  /** Nats per token of a model that thinks all tokens alike. */
  readonly uniform: number;
  readonly counts: readonly {
    readonly order: number;
    /** Nats per token of the test. */
    readonly test: number;
    /** Counts that it keeps, of its order and of those below. */
    readonly numbers: number;
    /** Additions of one that counting did: for each token one of each order. */
    readonly additions: number;
  }[];
  readonly transformers: readonly ModelResult[];
}

/** A model as a mark of the chart. */
export interface Mark {
  readonly title: string;
  readonly about: string;
  /** The stage of the book that builds it. */
  readonly stage: number;
  /** Whether it was counted, and multiplied nothing. */
  readonly counted: boolean;
  readonly parameters: number;
  /** Of networks multiplications and additions until the step that was chosen, of counts additions alone. */
  readonly operations: number;
  /** Bits per byte of the test. */
  readonly bits: number;
}

/** A step forth and back is about three predictions, and a multiply-add is two operations. */
const [BACKWARD, PAIR] = [3, 2] as const;

/** What training a network cost until the look that was chosen, of its best seed. */
export function trainingOperations({seeds, multiplyAdds, tokensPerStep}: ModelResult): number {
  const best = chosen(seeds);
  return PAIR * BACKWARD * multiplyAdds * tokensPerStep * best.step;
}

const STAGE = {network: 3, transformer: 6} as const;

/** Every model of a text. */
export function marksOf(text: TextResult, more: MoreModels): readonly Mark[] {
  const bits = inUnit("bits per byte", text);
  const network = (result: ModelResult, title: string): Mark => ({
    title,
    about: result.about,
    stage: result.model === "transformer" ? STAGE.transformer : STAGE.network,
    counted: false,
    parameters: result.numbers,
    operations: trainingOperations(result),
    bits: bits(result.test)
  });
  return [
    ...more.counts.map(({order, test, numbers, additions}) => ({
      title: `${order + 1}-gram`,
      about: `Kneser–Ney, ${order} ${order === 1 ? "token" : "tokens"} of context`,
      stage: 1,
      counted: true,
      parameters: numbers,
      operations: additions,
      bits: bits(test)
    })),
    ...text.models.filter(({model}) => model !== "ngram").map((result) => network(result, TITLES[result.model])),
    ...more.transformers.map((result) => network(result, `transformer of ${/width \d+/.exec(result.about)![0]}`))
  ];
}

/** What no model may be worse than: the bits per byte of one that has learned nothing. */
export const uniformBits = (text: TextResult, {uniform}: MoreModels): number => inUnit("bits per byte", text)(uniform);

/** The marks that no other has beaten with as little: from the cheapest to the best. */
export function frontier(marks: readonly Mark[], by: "parameters" | "operations"): readonly Mark[] {
  const sorted = [...marks].sort((a, b) => a[by] - b[by] || a.bits - b.bits);
  return sorted.filter(({bits}, i) => sorted.slice(0, i).every((before) => before.bits > bits));
}
