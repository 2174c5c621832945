import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const PREDICT = `// says for each id how likely it follows the last ones: here, whatever followed in this text
const text = [0, 1, 2, 0, 1, 3, 0, 1, 2, 2];
function predict(ids) {
  const scores = [0, 0, 0, 0];
  text.forEach((id, i) => {
    let same = 0;
    while (same < ids.length && same < i && ids[ids.length - 1 - same] === text[i - 1 - same]) same++;
    scores[id] += same * same;
  });
  return scores;
}`;

const withPredict = (code: string): string => `${PREDICT}\n\n${code}`;

/** What a reader writes of a whole transformer. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "inside-batch",
    title: "What is read, and what is to be said",
    prompt:
      "Write batch(ids, starts, context): for each start, the context ids that are read from there, and those that are to be predicted, one further on. Return {inputs, targets}, two lists of rows. A start without room for its window and the last target is left out.",
    start:
      "function batch(ids, starts, context) {\n  const inputs = starts.map((start) => ids.slice(start, start + context));\n  return {inputs, targets: inputs};\n}",
    functionName: "batch",
    cases: [
      {
        args: [[5, 6, 7, 8], [0], 3],
        expected: {inputs: [[5, 6, 7]], targets: [[6, 7, 8]]},
        hint: "After 5 comes 6, after 5, 6 comes 7, after 5, 6, 7 comes 8: three predictions from one window."
      },
      {
        args: [[1, 2, 3, 4, 5], [2, 0], 2],
        expected: {
          inputs: [
            [3, 4],
            [1, 2]
          ],
          targets: [
            [4, 5],
            [2, 3]
          ]
        },
        hint: "Rows in the order of starts."
      },
      {
        args: [[1, 2, 3], [1, 0], 2],
        expected: {inputs: [[1, 2]], targets: [[2, 3]]},
        hint: "From 1 on there are two ids to read, and only one that follows."
      },
      {args: [[1, 2, 3], [], 2], expected: {inputs: [], targets: []}, hint: "No starts, no rows."}
    ],
    solution: `function batch(ids, starts, context) {
  const kept = starts.filter((start) => start + context + 1 <= ids.length);
  return {
    inputs: kept.map((start) => ids.slice(start, start + context)),
    targets: kept.map((start) => ids.slice(start + 1, start + 1 + context))
  };
}`,
    wrong: [
      {
        code: "function batch(ids, starts, context) { const kept = starts.filter((s) => s + context + 1 <= ids.length); const inputs = kept.map((s) => ids.slice(s, s + context)); return {inputs, targets: inputs}; }",
        why: "It asks for what it shows: the loss goes to 0, and nothing is learned but to repeat."
      },
      {
        code: "function batch(ids, starts, context) { return {inputs: starts.map((s) => ids.slice(s, s + context)), targets: starts.map((s) => ids.slice(s + 1, s + 1 + context))}; }",
        why: "The last window has a target too few, and says nothing of it."
      },
      {
        code: "function batch(ids, starts, context) { const kept = starts.filter((s) => s + context + 1 <= ids.length); return {inputs: kept.map((s) => ids.slice(s, s + context)), targets: kept.map((s) => ids.slice(s + context, s + context + 1))}; }",
        why: "It asks for the last id only. A causal model learns from each of its places."
      }
    ],
    explanation:
      "One further on: that is all there is to it, and it is forgotten so often that the next page has a patient with it. A window of 96 letters gives 96 predictions, each from another length of context."
  },
  {
    kind: "write",
    name: "inside-write-on",
    title: "Let it write",
    prompt:
      "Write writeOn(prompt, length, context): append the likeliest id so many times, and return the ids that were written, without the prompt. A model sees at most context ids, the last ones. predict(ids), below, gives a score for each id; of equal scores take the first.",
    start: withPredict("function writeOn(prompt, length, context) {\n  return prompt;\n}"),
    functionName: "writeOn",
    cases: [
      {args: [[0, 1], 0, 4], expected: [], hint: "Nothing is written."},
      {args: [[0, 1], 1, 4], expected: [2], hint: "After 0, 1 came 2 twice, and 3 once."},
      {args: [[2, 0, 1], 4, 8], expected: [3, 0, 1, 2], hint: "With a long context it knows what came after 2, 0, 1."},
      {args: [[2, 0, 1], 4, 2], expected: [2, 0, 1, 2], hint: "With a context of 2 it only sees 0, 1."}
    ],
    solution: withPredict(`function writeOn(prompt, length, context) {
  let ids = prompt;
  for (let i = 0; i < length; i++) {
    const scores = predict(ids.slice(-context));
    ids = [...ids, scores.indexOf(Math.max(...scores))];
  }
  return ids.slice(prompt.length);
}`),
    wrong: [
      {
        code: withPredict(
          "function writeOn(prompt, length, context) { let ids = prompt; for (let i = 0; i < length; i++) { const s = predict(ids); ids = [...ids, s.indexOf(Math.max(...s))]; } return ids.slice(prompt.length); }"
        ),
        why: "It shows the model more than it can see."
      },
      {
        code: withPredict(
          "function writeOn(prompt, length, context) { let ids = prompt; for (let i = 0; i < length; i++) { const s = predict(ids.slice(0, context)); ids = [...ids, s.indexOf(Math.max(...s))]; } return ids.slice(prompt.length); }"
        ),
        why: "It shows the first ids and not the last: once the context is full it says the same for ever."
      },
      {
        code: withPredict(
          "function writeOn(prompt, length, context) { const out = []; for (let i = 0; i < length; i++) { const s = predict(prompt.slice(-context)); out.push(s.indexOf(Math.max(...s))); } return out; }"
        ),
        why: "It forgets what it has written."
      }
    ],
    explanation:
      "A loop of four lines turns a model that predicts into one that writes. Everything else about generation is about making this loop cheaper, with a cache, or livelier, with a draw in the place of the maximum."
  }
];
