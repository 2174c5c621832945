/** A tiny transformer that learns a task by its examples: what a reader writes in the mini-project, with other tasks and forms. */
import {fold, key, leaves} from "/lib/index.js";
import {
  adamw,
  adamwInit,
  additionTask,
  argmax,
  crossEntropy,
  inRegion,
  item,
  region,
  sortTask,
  tensor,
  valueAndGrad,
  type AdamwState,
  type Task,
  type Tensor
} from "/lib/tensor.js";
import {transformer, type TransformerConfig, type TransformerParams} from "/lib/transformer.js";
import {MINI_BATCH, MINI_EVERY, MINI_HELD, MINI_STEPS, type MiniCurve, type MiniName} from "./miniSpec.js";

const SORTED = "abcdefgh=\n";
const ADDED = "0123456789+=\n";
const [RATE, FIRST_HELD] = [0.008, 1_000_000];

interface Project {
  readonly task: Task;
  readonly signs: string;
  readonly context: number;
  readonly form: Partial<TransformerConfig>;
}

const sorting = (form: Partial<TransformerConfig> = {}): Project => ({
  task: sortTask({least: 2, most: 6, letters: 8}, key(7)),
  signs: SORTED,
  context: 14,
  form
});

const adding = (reversed: boolean): Project => ({
  task: additionTask({digits: 2, reversed}, key(7)),
  signs: ADDED,
  context: 10,
  form: {}
});

const projects: Readonly<Record<MiniName, Project>> = {
  sort: sorting(),
  oneBlock: sorting({layers: 1}),
  noPositions: sorting({positions: "none"}),
  narrow: sorting({width: 16}),
  addition: adding(false),
  reversed: adding(true)
};

interface Rows {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** Examples as rows of ids, of which the answers alone are learned. */
export function miniRows(
  {task, signs, context}: Pick<Project, "task" | "signs" | "context">,
  from: number,
  count: number
): Rows {
  const places = Array.from({length: context}, (_, i) => i);
  const coded = Array.from({length: count}, (_, i) => {
    const {prompt, answer} = task.example(from + i);
    return {ids: [...prompt, ...answer, "\n"].map((sign) => signs.indexOf(sign)), asked: prompt.length};
  });
  return {
    inputs: tensor(
      coded.map(({ids}) => places.map((i) => ids[i] ?? signs.length - 1)),
      {dtype: "int32"}
    ),
    targets: tensor(
      coded.map(({ids, asked}) => places.map((i) => (i + 1 < asked || i + 1 >= ids.length ? -100 : ids[i + 1]!))),
      {dtype: "int32"}
    )
  };
}

/** Of each row, whether its whole answer is right. */
function rightOf(said: Tensor, {targets}: Rows): readonly boolean[] {
  const [rows, places] = targets.shape as readonly [number, number];
  return Array.from({length: rows}, (_, row) =>
    Array.from({length: places}, (_unused, i) => row * places + i).every(
      (at) => targets.data[at] === -100 || targets.data[at] === said.data[at]
    )
  );
}

const shareOf = (list: readonly boolean[]): number => list.filter((one) => one).length / list.length;

/** A run, measured every so many steps on examples that it never sees. */
export function miniRun(name: MiniName, seed: number, steps = MINI_STEPS): MiniCurve & {readonly parameters: number} {
  const project = projects[name];
  const model = transformer({
    vocabSize: project.signs.length,
    layers: 2,
    width: 32,
    heads: 4,
    context: project.context,
    tied: true,
    ...project.form
  });
  const loss = (params: TransformerParams, {inputs, targets}: Rows): Tensor =>
    crossEntropy(model.apply(params, inputs), targets);
  const step = inRegion(
    (params: TransformerParams, state: AdamwState<TransformerParams>, examples: Rows, learningRate: number) =>
      adamw(params, valueAndGrad((p: TransformerParams) => loss(p, examples))(params).grads, state, {learningRate})
  );
  const held = miniRows(project, FIRST_HELD, MINI_HELD);
  const right = (params: TransformerParams): readonly boolean[] =>
    rightOf(
      region(() => argmax(model.apply(params, held.inputs))),
      held
    );
  const measure = (params: TransformerParams): readonly [number, number] => [
    item(region(() => loss(params, held))),
    shareOf(right(params))
  ];
  const first = MINI_BATCH * 10_000 * seed;
  let params = model.init(fold(key(seed), 0));
  let state = adamwInit(params);
  const seen = [measure(params)];
  for (let i = 0; i < steps; i++) {
    const rate = RATE * Math.min(1, (i + 1) / 20) * (1 - i / MINI_STEPS);
    [params, state] = step(params, state, miniRows(project, first + MINI_BATCH * i, MINI_BATCH), rate);
    if ((i + 1) % MINI_EVERY === 0) seen.push(measure(params));
  }
  const met = new Set(Array.from({length: MINI_BATCH * steps}, (_, i) => project.task.example(first + i).prompt));
  const fresh = Array.from({length: MINI_HELD}, (_, i) => !met.has(project.task.example(FIRST_HELD + i).prompt));
  return {
    parameters: leaves(params).reduce((sum, [, leaf]) => sum + (leaf as Tensor).data.length, 0),
    losses: seen.map(([nats]) => Number(nats.toFixed(4))),
    accuracies: seen.map(([, share]) => share),
    fresh: shareOf(fresh),
    freshAccuracy: shareOf(right(params).filter((_, i) => fresh[i]))
  };
}
