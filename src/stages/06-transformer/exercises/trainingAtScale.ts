import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-9;

/** What a reader writes about training at scale. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "scale-accumulate",
    title: "Add up the parts",
    prompt:
      "Write accumulated(parts, scale). A part is {tokens, gradient}: how many tokens it has learned from, and the gradient of its mean loss times scale, a list of numbers. If any number is not finite, the step is lost: return {gradient: null, scale: scale / 2}. Otherwise return {gradient, scale}, where gradient is that of the mean loss over all tokens, without the scale.",
    start:
      "function accumulated(parts, scale) {\n  // parts: a list of {tokens, gradient}; scale: a number above 0\n  // returns {gradient, scale}\n  return {gradient: parts[0].gradient, scale};\n}",
    functionName: "accumulated",
    cases: [
      {
        args: [[{tokens: 4, gradient: [2, 4]}], 2],
        expected: {gradient: [1, 2], scale: 2},
        tolerance: near,
        hint: "One part: only the scale is to be taken out."
      },
      {
        args: [
          [
            {tokens: 1, gradient: [-1]},
            {tokens: 3, gradient: [-5]}
          ],
          1
        ],
        expected: {gradient: [-4], scale: 1},
        tolerance: near,
        hint: "(1 · (−1) + 3 · (−5))/4: a part counts by its tokens."
      },
      {
        args: [
          [
            {tokens: 2, gradient: [8, 0]},
            {tokens: 2, gradient: [0, 16]}
          ],
          8
        ],
        expected: {gradient: [0.5, 1], scale: 8},
        tolerance: near
      },
      {
        args: [
          [
            {tokens: 2, gradient: [1, 2]},
            {tokens: 2, gradient: [3, Infinity]}
          ],
          1024
        ],
        expected: {gradient: null, scale: 512},
        tolerance: near,
        hint: "One number is infinite: skip the step, and halve the scale."
      },
      {
        args: [[{tokens: 2, gradient: [NaN]}], 16],
        expected: {gradient: null, scale: 8},
        tolerance: near,
        hint: "Infinity less infinity is not a number, and not finite either."
      }
    ],
    solution: `function accumulated(parts, scale) {
  const finite = parts.every(({gradient}) => gradient.every(Number.isFinite));
  if (!finite) return {gradient: null, scale: scale / 2};
  const tokens = parts.reduce((sum, part) => sum + part.tokens, 0);
  const gradient = parts[0].gradient.map((_, i) =>
    parts.reduce((sum, part) => sum + part.tokens * part.gradient[i], 0) / (tokens * scale)
  );
  return {gradient, scale};
}`,
    wrong: [
      {
        code: "function accumulated(parts, scale) { if (!parts.every(({gradient}) => gradient.every(Number.isFinite))) return {gradient: null, scale: scale / 2}; const gradient = parts[0].gradient.map((_, i) => parts.reduce((s, p) => s + p.gradient[i], 0) / (parts.length * scale)); return {gradient, scale}; }",
        why: "It takes the plain mean of the parts, whatever they have read."
      },
      {
        code: "function accumulated(parts, scale) { if (!parts.every(({gradient}) => gradient.every(Number.isFinite))) return {gradient: null, scale: scale / 2}; const tokens = parts.reduce((s, p) => s + p.tokens, 0); const gradient = parts[0].gradient.map((_, i) => parts.reduce((s, p) => s + p.tokens * p.gradient[i], 0) / tokens); return {gradient, scale}; }",
        why: "It leaves the scale in: the step would be many times too long, or with Adam not, which hides it."
      },
      {
        code: "function accumulated(parts, scale) { const tokens = parts.reduce((s, p) => s + p.tokens, 0); const gradient = parts[0].gradient.map((_, i) => parts.reduce((s, p) => s + p.tokens * p.gradient[i], 0) / (tokens * scale)); if (gradient.includes(Infinity)) return {gradient: null, scale: scale / 2}; return {gradient, scale}; }",
        why: "It looks for infinity alone: a number that is none goes on into the weights, for good."
      }
    ],
    explanation:
      "This is what stands between the backward pass and the optimizer in every large run. All three mistakes leave a loss that falls; only the last one ends with a bang."
  }
];
