/** The parts of the mini-project, as text: what a reader starts from, and what each milestone adds. */

/** What every part may call. */
export const MINI_CALLS = [
  "adamw",
  "adamwInit",
  "argmax",
  "crossEntropy",
  "inRegion",
  "item",
  "key",
  "sortTask",
  "tensor",
  "transformer",
  "valueAndGrad"
] as const;

export const GIVEN = `const SIGNS = "abcdefgh=\\n"; // a line break ends an answer, and fills what is left of a row
const CONTEXT = 14;
const task = sortTask({least: 2, most: 6, letters: 8}, key(7)); // task.example(n) is {prompt, answer}`;

export const ROWS = `function rows(examples) {
  const coded = examples.map(({prompt, answer}) => ({
    ids: [...prompt, ...answer, "\\n"].map((sign) => SIGNS.indexOf(sign)),
    asked: prompt.length
  }));
  const places = Array.from({length: CONTEXT}, (_, i) => i);
  return {
    inputs: coded.map(({ids}) => places.map((i) => ids[i] ?? 9)),
    targets: coded.map(({ids, asked}) => places.map((i) => (i + 1 < asked || i + 1 >= ids.length ? -100 : ids[i + 1])))
  };
}`;

const BATCH = `function batch(from, count) {
  const {inputs, targets} = rows(Array.from({length: count}, (_, i) => task.example(from + i)));
  return {inputs: tensor(inputs, {dtype: "int32"}), targets: tensor(targets, {dtype: "int32"})};
}`;

export const LOSS = `const model = transformer({vocabSize: SIGNS.length, layers: 2, width: 32, heads: 4, context: CONTEXT, tied: true});

const loss = (params, {inputs, targets}) => crossEntropy(model.apply(params, inputs), targets);`;

const FIRST_LOSS = `function firstLoss(seed) {
  return item(loss(model.init(key(seed)), batch(0, 64)));
}`;

export const STEP = `const step = inRegion((params, state, examples, learningRate) => {
  const {grads} = valueAndGrad((p) => loss(p, examples))(params);
  return adamw(params, grads, state, {learningRate});
});`;

export const OVERFIT = `function overfit(steps) {
  const examples = batch(0, 8);
  let params = model.init(key(1));
  let state = adamwInit(params);
  for (let i = 0; i < steps; i++) [params, state] = step(params, state, examples, 0.01);
  return item(loss(params, examples));
}`;

const ACCURACY = `function accuracy(params, {inputs, targets}) {
  const said = argmax(model.apply(params, inputs)).data;
  const wanted = targets.data;
  let right = 0;
  for (let row = 0; row < wanted.length; row += CONTEXT) {
    const places = Array.from({length: CONTEXT}, (_, i) => row + i);
    if (places.every((at) => wanted[at] === -100 || wanted[at] === said[at])) right++;
  }
  return right / (wanted.length / CONTEXT);
}`;

export const LEARNS = `function learns(steps) {
  let params = model.init(key(1));
  let state = adamwInit(params);
  for (let i = 0; i < steps; i++) {
    const learningRate = 0.008 * Math.min(1, (i + 1) / 20) * (1 - i / steps);
    [params, state] = step(params, state, batch(48 * i, 48), learningRate);
  }
  return accuracy(params, batch(1000000, 200));
}`;

export const joined = (...parts: readonly string[]): string => parts.join("\n\n");

const BEFORE = "// Given, and written before:";

/** What stands under the reader’s own part of each milestone, which comes first so that it is seen. */
export const UNDER_LOSS = joined(BEFORE, ROWS, BATCH, FIRST_LOSS);
export const UNDER_STEP = joined(BEFORE, GIVEN, LOSS, ROWS, BATCH);
export const UNDER_LEARNS = joined(UNDER_STEP, STEP, ACCURACY);
