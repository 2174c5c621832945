import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "optimization-descend",
    title: "Gradient descent in a bowl",
    prompt:
      "A bowl has the height ½ (c₁ x₁² + c₂ x₂² + …). Write descend(curvatures, start, rate, steps): all the places of gradient descent, the start first and then one after each step. It has as many dimensions as there are curvatures.",
    start:
      "function descend(curvatures, start, rate, steps) {\n  // curvatures, start: lists of numbers of the same length\n  // returns steps + 1 places, each a list\n  return [start];\n}",
    functionName: "descend",
    cases: [
      {args: [[1, 10], [10, 1], 0.1, 0], expected: [[10, 1]], hint: "No step: only the start."},
      {
        args: [[1, 10], [10, 1], 0.1, 2],
        expected: [
          [10, 1],
          [9, 0],
          [8.1, 0]
        ],
        hint: "x is multiplied by 0.9, and y by 0."
      },
      {
        args: [[1, 10], [1, 1], 0.25, 2],
        expected: [
          [1, 1],
          [0.75, -1.5],
          [0.5625, 2.25]
        ],
        hint: "y overshoots: it is multiplied by −1.5."
      },
      {
        args: [[-1, 2, 4], [1, 1, 1], 0.5, 1],
        expected: [
          [1, 1, 1],
          [1.5, 0, -1]
        ],
        hint: "A negative curvature is no bowl but a saddle: there x goes away from 0."
      }
    ],
    solution: `function descend(curvatures, start, rate, steps) {
  const places = [start];
  for (let n = 0; n < steps; n++) places.push(places[n].map((x, i) => x - rate * curvatures[i] * x));
  return places;
}`,
    wrong: [
      {
        code: "function descend(curvatures, start, rate, steps) { const places = [start]; for (let n = 0; n < steps; n++) places.push(places[n].map((x, i) => x - rate * x)); return places; }",
        why: "It takes the gradient of a round bowl, and leaves the curvatures out."
      },
      {
        code: "function descend(curvatures, start, rate, steps) { const places = [start]; for (let n = 0; n < steps; n++) places.push(places[n].map((x, i) => x + rate * curvatures[i] * x)); return places; }",
        why: "It goes uphill: the gradient is to be subtracted."
      },
      {
        code: "function descend(curvatures, start, rate, steps) { const places = [start]; for (let n = 1; n < steps; n++) places.push(places[n - 1].map((x, i) => x - rate * curvatures[i] * x)); return places; }",
        why: "It is one step short."
      },
      {
        code: "function descend(curvatures, start, rate, steps) { const place = [...start]; const places = [place]; for (let n = 0; n < steps; n++) { for (let i = 0; i < place.length; i++) place[i] -= rate * curvatures[i] * place[i]; places.push(place); } return places; }",
        why: "All places are one list, so that they all show the last."
      }
    ],
    explanation:
      "The slope of ½ c x² is c x, in each direction by itself, so a step multiplies each number by 1 − rate · c. That is below 1 in size where the rate is below 2/c: the largest curvature decides which rates are safe, and the smallest how long it takes."
  }
];
