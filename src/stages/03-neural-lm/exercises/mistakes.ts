import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes in the clinic. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "clinic-dead",
    title: "Which neurons are dead?",
    prompt:
      "Write dead(activations): activations is a list of examples, each the list of the outputs of the same ReLU neurons. Return the positions of the neurons that are 0 for every example, in order. Without any example nothing is known, and no neuron is called dead.",
    start:
      "function dead(activations) {\n  // activations: a list of examples, each a list of outputs\n  // returns a list of positions\n  return [];\n}",
    functionName: "dead",
    cases: [
      {
        args: [
          [
            [0, 1, 0],
            [0, 0, 2]
          ]
        ],
        expected: [0],
        hint: "The first neuron is 0 both times; each of the others answers once."
      },
      {args: [[[1, 2, 3]]], expected: [], hint: "All of them answer."},
      {args: [[[0, 0]]], expected: [0, 1], hint: "With one example, every silent neuron is silent for all of them."},
      {args: [[]], expected: [], hint: "No example: nothing is known."},
      {
        args: [
          [
            [0, 0.5],
            [0, 0],
            [0, 0]
          ]
        ],
        expected: [0],
        hint: "One answer is enough to live: it has a slope there."
      },
      {
        args: [
          [
            [0, 0, 0],
            [0, 0, 1e-9]
          ]
        ],
        expected: [0, 1],
        hint: "However small an answer is, it is not 0."
      }
    ],
    solution: `function dead(activations) {
  if (activations.length === 0) return [];
  return activations[0].map((_, i) => i).filter((i) => activations.every((example) => example[i] === 0));
}`,
    wrong: [
      {
        code: "function dead(activations) { if (activations.length === 0) return []; return activations[0].map((_, i) => i).filter((i) => activations.some((example) => example[i] === 0)); }",
        why: "It finds neurons that are silent for some example. A healthy ReLU is silent for about half of them."
      },
      {
        code: "function dead(activations) { if (activations.length === 0) return []; return activations[0].map((_, i) => i).filter((i) => activations[0][i] === 0); }",
        why: "It looks at the first example only."
      },
      {
        code: "function dead(activations) { if (activations.length === 0) return []; return activations[0].map((_, i) => i).filter((i) => activations.reduce((sum, example) => sum + example[i], 0) / activations.length < 0.01); }",
        why: "A neuron that answers rarely, or faintly, is not dead: it has a slope where it answers."
      }
    ],
    explanation:
      "A ReLU passes gradients only for the examples for which it answers. If there is one such example, the neuron can still learn from it. If there is none among all examples, its weights get a gradient of 0 for good, and no step changes that."
  }
];
