import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {ADAM, CHAIN, CLIP, DECAY, MOMENTUM, runner, SCALE} from "../model/optimizerParts.js";

const joined = (...parts: readonly string[]): string => parts.join("\n\n");
const clipRun = runner("scale", "momentum", "adam", "clip");
const decayRun = runner("scale", "momentum", "adam", "clip", "decay");
const before = [SCALE, CHAIN, MOMENTUM, ADAM] as const;
const withClip = (clip: string): string => joined(...before, clip, clipRun);
const withDecay = (decay: string): string => joined(...before, CLIP, decay, decayRun);

const GRADIENT = `// Given: the gradient of the mean loss of a bigram, whose table of logits is a list of size · size numbers.
function gradientOf(logits, pairs, size) {
  const gradient = logits.map(() => 0);
  for (const [a, b] of pairs) {
    const row = logits.slice(a * size, (a + 1) * size).map(Math.exp);
    const total = row.reduce((sum, each) => sum + each, 0);
    row.forEach((each, j) => {
      gradient[a * size + j] += (each / total - (j === b ? 1 : 0)) / pairs.length;
    });
  }
  return gradient;
}

// Given: the loss that it learns to make small, in nats per pair.
function lossOf(logits, pairs, size) {
  const nats = pairs.map(([a, b]) => {
    const row = logits.slice(a * size, (a + 1) * size).map(Math.exp);
    return -Math.log(row[b] / row.reduce((sum, each) => sum + each, 0));
  });
  return nats.reduce((sum, each) => sum + each, 0) / pairs.length;
}`;

const LEARN = `function learn(pairs, size, steps) {
  const {init, update} = chain(clip(1), adam(0.9, 0.999, 1e-8), scale(-0.1));
  let logits = Array.from({length: size * size}, () => 0);
  let state = init(logits);
  for (let step = 0; step < steps; step++) {
    const [updates, next] = update(gradientOf(logits, pairs, size), state, logits);
    [logits, state] = [logits.map((each, i) => each + updates[i]), next];
  }
  return lossOf(logits, pairs, size);
}`;
const withLearn = (learn: string): string => joined(...before, CLIP, DECAY, GRADIENT, learn);

/** Pairs of 0 and 1: after 0 comes 0 or 1, three to one; after 1 always 0. */
const PAIRS = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 0]
] as const;
/** What counting reaches on them: the entropy of three to one, in four of six cases. */
const COUNTED = (4 / 6) * -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));

/** The other parts of the optimizer that a reader writes, and a model that learns by it. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "optimizer-clip",
    title: "4. A leash",
    prompt:
      "Write clip(threshold): updates that are longer than the threshold, all numbers taken together, are made as long as it, in the same direction. Others are left alone.",
    start: withClip(
      "function clip(threshold) {\n  return {\n    init: () => null,\n    update: (updates) => [updates, null]\n  };\n}"
    ),
    functionName: "walk",
    cases: [
      {
        args: [[["clip", 5]], [0, 0], [[3, 4]]],
        expected: [
          [0, 0],
          [3, 4]
        ],
        tolerance: 1e-9,
        hint: "As long as the threshold: left alone."
      },
      {
        args: [[["clip", 1]], [0, 0], [[3, -4]]],
        expected: [
          [0, 0],
          [0.6, -0.8]
        ],
        tolerance: 1e-9,
        hint: "Of length 5: a fifth of it."
      },
      {
        args: [[["clip", 1]], [0, 0], [[0, 0]]],
        expected: [
          [0, 0],
          [0, 0]
        ],
        hint: "Zero stays zero, and is not 0/0."
      },
      {
        args: [[["clip", 1]], [0, 0], [[0.9, 0.9]]],
        expected: [
          [0, 0],
          [Math.SQRT1_2, Math.SQRT1_2]
        ],
        tolerance: 1e-9,
        hint: "Each below 1, together 1.27."
      }
    ],
    solution: withClip(CLIP),
    wrong: [
      {
        code: withClip(
          "function clip(threshold) { return {init: () => null, update: (updates) => [updates.map((u) => Math.max(-threshold, Math.min(threshold, u))), null]}; }"
        ),
        why: "It cuts each number, which changes the direction."
      },
      {
        code: withClip(
          "function clip(threshold) { return {init: () => null, update: (updates) => { const norm = Math.hypot(...updates); return [updates.map((u) => (threshold * u) / norm), null]; }}; }"
        ),
        why: "It makes short ones longer as well, and 0/0 of zeros."
      },
      {
        code: withClip(
          "function clip(threshold) { return {init: () => null, update: (updates) => { const norm = updates.reduce((sum, u) => sum + Math.abs(u), 0); return [updates.map((u) => (norm > threshold ? (threshold * u) / norm : u)), null]; }}; }"
        ),
        why: "It measures the length by the sum of sizes: 3 and 4 are 7 then, and not 5."
      }
    ],
    explanation: "The nearest point of a ball. It has no memory, and belongs before whatever takes means of gradients."
  },
  {
    kind: "write",
    name: "optimizer-decay",
    title: "5. A pull",
    prompt:
      "Write decay(lambda), which adds lambda times each parameter to its update. The cases put it before Adam, where it is L2, and after it, where it makes AdamW.",
    start: withDecay(
      "function decay(lambda) {\n  return {\n    init: () => null,\n    update: (updates, state, params) => [updates, null]\n  };\n}"
    ),
    functionName: "walk",
    cases: [
      {
        args: [
          [
            ["decay", 0.5],
            ["scale", -1]
          ],
          [4],
          [[1], [0]]
        ],
        expected: [[4], [1], [0.5]],
        hint: "1 + 0.5 · 4 = 3. Then half of 1."
      },
      {
        args: [
          [
            ["adam", 0.9, 0.999, 0],
            ["decay", 0.5],
            ["scale", -1]
          ],
          [4],
          [[7]]
        ],
        expected: [[4], [1]],
        tolerance: 1e-9,
        hint: "Beside it: the sign, and half of 4."
      },
      {
        args: [
          [
            ["decay", 0.5],
            ["adam", 0.9, 0.999, 0],
            ["scale", -1]
          ],
          [4],
          [[7]]
        ],
        expected: [[4], [3]],
        tolerance: 1e-9,
        hint: "In the gradient: Adam makes a sign of 7 + 2, and nothing is left of the pull."
      }
    ],
    solution: withDecay(DECAY),
    wrong: [
      {
        code: withDecay(
          "function decay(lambda) { return {init: (params) => params, update: (updates, first) => [updates.map((u, i) => u + lambda * first[i]), first]}; }"
        ),
        why: "It pulls by the parameters of the beginning. They have moved."
      },
      {
        code: withDecay(
          "function decay(lambda) { return {init: () => null, update: (updates, state, params) => [updates.map((u, i) => u - lambda * params[i]), null]}; }"
        ),
        why: "Updates are still the direction in which the loss rises; what scales them turns them around. So the pull must have the parameter’s own sign."
      },
      {
        code: withDecay(
          "function decay(lambda) { return {init: () => null, update: (updates, state, params) => [updates.map((u, i) => u + lambda * Math.sign(params[i])), null]}; }"
        ),
        why: "It pulls by the sign, the same for large and small weights. That is the pull of a sum of sizes, and not of squares."
      }
    ],
    explanation: "One part, and where it stands in the chain decides between two optimizers with two names."
  },
  {
    kind: "write",
    name: "optimizer-learns",
    title: "6. And it learns",
    prompt:
      "Write learn(pairs, size, steps): a bigram whose logits are all 0 at first, trained for so many steps on all pairs by your chain: clipped at 1, Adam with 0.9, 0.999 and 1e-8, a rate of 0.1. Return its loss at the end.",
    start: withLearn("function learn(pairs, size, steps) {\n  return 0;\n}"),
    functionName: "learn",
    cases: [
      {args: [PAIRS, 2, 0], expected: Math.LN2, tolerance: 1e-9, hint: "No step: two tokens equally likely, ln 2."},
      {
        args: [PAIRS, 2, 1],
        expected:
          (3 * Math.log(1 + Math.exp(-0.2)) + Math.log(1 + Math.exp(0.2)) + 2 * Math.log(1 + Math.exp(-0.2))) / 6,
        tolerance: 1e-6,
        hint: "One step of 0.1 in each logit, by its sign: in both rows 0 is now 0.2 ahead of 1."
      },
      {
        args: [PAIRS, 2, 800],
        expected: COUNTED,
        tolerance: 0.0002,
        hint: "It comes to what counting reaches: the entropy of three to one in four of six cases, and 0 in the others."
      }
    ],
    solution: withLearn(LEARN),
    wrong: [
      {
        code: withLearn(LEARN.replace("scale(-0.1)", "scale(0.1)")),
        why: "It goes uphill."
      },
      {
        code: withLearn(
          LEARN.replace(
            "const [updates, next] = update(gradientOf(logits, pairs, size), state, logits);",
            "const [updates, next] = update(gradientOf(logits, pairs, size), init(logits), logits);"
          )
        ),
        why: "The optimizer is born anew in each step, and makes steps of full length for ever."
      },
      {
        code: withLearn(LEARN.replace("adam(0.9, 0.999, 1e-8), scale(-0.1)", "scale(-0.1), adam(0.9, 0.999, 1e-8)")),
        why: "The rate stands before Adam, which divides it out again: its steps have the length 1."
      }
    ],
    explanation:
      "A neural network by your own optimizer, with the loss that counting has. Stage 3 proves that it must come there, since the loss of a bigram is convex in its logits."
  }
];
