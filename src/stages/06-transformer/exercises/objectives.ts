import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** What a reader writes about objectives. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "objectives-corrupt",
    title: "Take spans out",
    prompt:
      "Write corrupt(ids, spans, sentinels): spans are pairs [start, length], in order and apart from each other. Return {inputs, targets}: in the inputs each span gives way to its sentinel; the targets are each span behind its sentinel, and one more sentinel as the end.",
    start:
      "function corrupt(ids, spans, sentinels) {\n  // spans[i] gives way to sentinels[i]; sentinels has one more than spans\n  return {inputs: ids, targets: []};\n}",
    functionName: "corrupt",
    cases: [
      {
        args: [[5, 6, 7, 8], [[1, 2]], [100, 101]],
        expected: {inputs: [5, 100, 8], targets: [100, 6, 7, 101]},
        hint: "5, then the sentinel in the place of 6 and 7, then 8."
      },
      {
        args: [
          [1, 2, 3, 4, 5, 6, 7],
          [
            [1, 1],
            [4, 2]
          ],
          [50, 51, 52]
        ],
        expected: {inputs: [1, 50, 3, 4, 51, 7], targets: [50, 2, 51, 5, 6, 52]},
        hint: "Starts are places in the whole text, also for the second span."
      },
      {
        args: [[9, 8], [[0, 1]], [3, 4]],
        expected: {inputs: [3, 8], targets: [3, 9, 4]},
        hint: "A span may stand at the start."
      },
      {
        args: [[9, 8, 7], [[2, 1]], [3, 4]],
        expected: {inputs: [9, 8, 3], targets: [3, 7, 4]},
        hint: "And at the end."
      }
    ],
    solution: `function corrupt(ids, spans, sentinels) {
  const inputs = [];
  const targets = [];
  let at = 0;
  spans.forEach(([start, length], i) => {
    inputs.push(...ids.slice(at, start), sentinels[i]);
    targets.push(sentinels[i], ...ids.slice(start, start + length));
    at = start + length;
  });
  return {inputs: [...inputs, ...ids.slice(at)], targets: [...targets, sentinels[spans.length]]};
}`,
    wrong: [
      {
        code: "function corrupt(ids, spans, sentinels) { const inputs = []; const targets = []; let at = 0; spans.forEach(([start, length], i) => { inputs.push(...ids.slice(at, start), sentinels[i]); targets.push(sentinels[i], ...ids.slice(start, start + length)); at = start + length; }); return {inputs, targets: [...targets, sentinels[spans.length]]}; }",
        why: "It forgets what stands behind the last span."
      },
      {
        code: "function corrupt(ids, spans, sentinels) { const inputs = []; const targets = []; let at = 0; spans.forEach(([start, length], i) => { inputs.push(...ids.slice(at, start), sentinels[i]); targets.push(sentinels[i], ...ids.slice(start, start + length)); at = start + length; }); return {inputs: [...inputs, ...ids.slice(at)], targets}; }",
        why: "Without the last sentinel a model never learns where the last span ends."
      },
      {
        code: "function corrupt(ids, spans, sentinels) { const inputs = [...ids]; const targets = []; spans.forEach(([start, length], i) => { for (let j = start; j < start + length; j++) inputs[j] = sentinels[i]; targets.push(sentinels[i], ...ids.slice(start, start + length)); }); return {inputs, targets: [...targets, sentinels[spans.length]]}; }",
        why: "One sentinel stands for a whole span: otherwise its length would be told."
      }
    ],
    explanation:
      "Put together again, by putting each span where its sentinel stands, inputs and targets are the whole text: nothing is lost, and only a part must be said. How long a span is, the model has to find out by itself."
  }
];
