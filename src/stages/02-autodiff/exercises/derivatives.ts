import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on derivatives writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "derivatives-line-loss",
    title: "The gradient of a loss",
    prompt:
      "A line y = w·x + b is judged by its mean squared error over points [x, y]. Write gradient(w, b, points): the two partial derivatives [∂L/∂w, ∂L/∂b], exactly, without a small step.",
    start:
      "function gradient(w, b, points) {\n  // points: a list of pairs [x, y]\n  // L = the mean of (w * x + b - y) ** 2\n  return [0, 0];\n}",
    functionName: "gradient",
    cases: [
      {
        args: [0, 0, [[1, 1]]],
        expected: [-2, -2],
        hint: "One point: L = (w + b − 1)². The error is −1, and the slope of a square is twice it."
      },
      {
        args: [
          2,
          1,
          [
            [1, 3],
            [2, 5]
          ]
        ],
        expected: [0, 0],
        hint: "This line goes through both points: the loss can't get smaller."
      },
      {
        args: [
          1,
          0,
          [
            [2, 1],
            [-1, 1]
          ]
        ],
        expected: [4, -1],
        hint: "Errors 1 and −2. ∂L/∂b is the mean of 2 · error; ∂L/∂w the mean of 2 · error · x."
      },
      {
        args: [
          0.5,
          -1,
          [
            [0, 0],
            [1, 2],
            [3, 1],
            [4, -2]
          ]
        ],
        expected: [4, -0.5],
        hint: "The mean over four points: divide by 4, not by 2 or 1."
      },
      {
        args: [1e8, 0, [[1, 0]]],
        expected: [2e8, 2e8],
        hint: "A small step would drown in the digits of a loss of 10¹⁶."
      }
    ],
    solution: `function gradient(w, b, points) {
  let [dw, db] = [0, 0];
  for (const [x, y] of points) {
    const error = w * x + b - y;
    dw += (2 * error * x) / points.length;
    db += (2 * error) / points.length;
  }
  return [dw, db];
}`,
    wrong: [
      {
        code: "function gradient(w, b, points) { let dw = 0, db = 0; for (const [x, y] of points) { const e = w * x + b - y; dw += 2 * e * x; db += 2 * e; } return [dw, db]; }",
        why: "It sums: the loss is a mean."
      },
      {
        code: "function gradient(w, b, points) { let dw = 0, db = 0; for (const [x, y] of points) { const e = w * x + b - y; dw += e * x / points.length; db += e / points.length; } return [dw, db]; }",
        why: "It forgets the 2 of the square."
      },
      {
        code: "function gradient(w, b, points) { let dw = 0, db = 0; for (const [x, y] of points) { const e = y - w * x - b; dw += 2 * e * x / points.length; db += 2 * e / points.length; } return [dw, db]; }",
        why: "The sign is turned: this is the way down, not the gradient."
      },
      {
        code: "function gradient(w, b, points) { const L = (w, b) => points.reduce((s, [x, y]) => s + (w * x + b - y) ** 2, 0) / points.length; const h = 1e-6; return [(L(w + h, b) - L(w, b)) / h, (L(w, b + h) - L(w, b)) / h]; }",
        why: "A difference quotient: it is right to a few digits only."
      }
    ],
    explanation:
      "Move b by h and an error e becomes e + h, so its square changes by 2eh + h², and per step by 2e as h goes to zero. Move w by h and the error changes by xh, so the slope is 2ex. The derivative of a mean is the mean of the derivatives."
  }
];
