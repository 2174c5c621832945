/** What the chart of all models has besides the dashboard of language models: counts of every order, and transformers of two more sizes. */
import {bengio} from "/lib/stages/neural-lm.js";
import {summary} from "/lib/stages/markov.js";
import type {MoreModels} from "./curriculumModels.js";
import {halvesOf, lossOn} from "./judged.js";
import {judgedBy, opened, transformerOf, type Task} from "./languageModelNetworks.js";
import {CHOOSES, countsOf, learned, SEEDS} from "./languageModelRuns.js";
import {nameTasks, novelTasks} from "./languageModelTasks.js";
import {chosen} from "./chosen.js";
import {rounded} from "./rounded.js";

const ORDERS = [0, 1, 2, 3, 4, 5] as const;
/** Beside the one of the dashboard, whose width is 48. */
const SIZES = [
  {width: 16, layers: 1, heads: 2},
  {width: 96, layers: 3, heads: 6}
] as const;

function moreOn(task: Task, seeds: readonly number[], sizes: typeof SIZES | readonly []): MoreModels {
  const source = opened(task);
  const text = judgedBy(bengio({...source.config, scored: 1}), source.held);
  const halves = halvesOf(text, CHOOSES);
  let numbers = 0;
  return {
    name: task.name,
    uniform: Math.log(text.tokenizer.vocabulary.tokens.length),
    counts: countsOf(text, ORDERS).map(({order, counts, costs}) => ({
      order,
      test: rounded(lossOn(halves.test, costs)),
      numbers: (numbers += summary(counts).ngrams),
      additions: (order + 1) * text.train.length
    })),
    transformers: sizes.map((each) => {
      const {result, costs} = learned(transformerOf(source, each), task.tokens, seeds, halves);
      const best = chosen(result.seeds);
      return {...result, chooses: best.chooses, test: rounded(lossOn(halves.test, costs)), error: 0};
    })
  };
}

/** Of the longest text transformers of more sizes, since the others are too short to tell them apart. */
export const value = (): readonly MoreModels[] => {
  const [opening, longer] = novelTasks();
  return [
    ...nameTasks().map((task) => moreOn(task, SEEDS, [])),
    moreOn(opening!, SEEDS, []),
    moreOn(longer!, SEEDS, SIZES)
  ];
};

/** A few steps on the opening, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(moreOn({...novelTasks()[0]!, tokens: 800}, [1], SIZES));
