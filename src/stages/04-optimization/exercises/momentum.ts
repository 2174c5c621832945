import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes about momentum. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "momentum-write",
    title: "The heavy ball",
    prompt:
      "Write ball(curvatures, start, rate, beta, steps): all the places of the heavy ball in a bowl ½ (c₁ x₁² + c₂ x₂² + …), the start first. It begins at rest. v becomes beta · v plus the gradient, and then x loses rate · v.",
    start: "function ball(curvatures, start, rate, beta, steps) {\n  return [start];\n}",
    functionName: "ball",
    cases: [
      {args: [[1], [1], 0.1, 0.5, 0], expected: [[1]], hint: "No step: the start alone."},
      {
        args: [[1], [1], 0.1, 0.5, 3],
        expected: [[1], [0.9], [0.76], [0.614]],
        tolerance: 1e-9,
        hint: "As by hand: 0.9, 0.76, 0.614."
      },
      {
        args: [[1, 10], [10, 1], 0.1, 0, 2],
        expected: [
          [10, 1],
          [9, 0],
          [8.1, 0]
        ],
        tolerance: 1e-9,
        hint: "Without momentum it is gradient descent."
      },
      {
        args: [[1, 10], [0, 1], 0.2, 0.5, 2],
        expected: [
          [0, 1],
          [0, -1],
          [0, 0]
        ],
        tolerance: 1e-9,
        hint: "v is 10, then 0.5 · 10 − 10 = −5: from −1 back by 1 to 0."
      }
    ],
    solution: `function ball(curvatures, start, rate, beta, steps) {
  const places = [start];
  let v = start.map(() => 0);
  for (let n = 0; n < steps; n++) {
    const x = places[n];
    v = v.map((each, i) => beta * each + curvatures[i] * x[i]);
    places.push(x.map((each, i) => each - rate * v[i]));
  }
  return places;
}`,
    wrong: [
      {
        code: "function ball(curvatures, start, rate, beta, steps) { const places = [start]; let v = start.map(() => 0); for (let n = 0; n < steps; n++) { const x = places[n]; v = v.map((each, i) => beta * each + (1 - beta) * curvatures[i] * x[i]); places.push(x.map((each, i) => each - rate * v[i])); } return places; }",
        why: "It takes the mean in place of the sum, and so goes half as far with β = ½."
      },
      {
        code: "function ball(curvatures, start, rate, beta, steps) { const places = [start]; let v = start.map(() => 0); for (let n = 0; n < steps; n++) { const x = places[n]; places.push(x.map((each, i) => each - rate * v[i])); v = v.map((each, i) => beta * each + curvatures[i] * x[i]); } return places; }",
        why: "It steps with the velocity of before, so the first step goes nowhere."
      },
      {
        code: "function ball(curvatures, start, rate, beta, steps) { const places = [start]; for (let n = 0; n < steps; n++) { const x = places[n]; places.push(x.map((each, i) => each - (rate / (1 - beta)) * curvatures[i] * each)); } return places; }",
        why: "It is gradient descent with the effective rate: right along a valley, and wrong across."
      }
    ],
    explanation:
      "Two states instead of one: a place and a velocity. In the last case the ball overshoots to −1, and there the remembered 10 and the new gradient of −10 make −5, so that it comes back gently: what cancels in the velocity is the swing."
  }
];
