import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on testing gradients writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "testing-directional-check",
    title: "Be the judge",
    prompt:
      "A gradient g is tried along several directions. For direction v[i], ahead[i] and behind[i] are the function’s values a step h ahead and a step h back. Write agrees(g, v, ahead, behind, h, tolerance): true if along every direction the central difference and ⟨g, v[i]⟩ differ by at most the tolerance, relative to the larger of 1 and the difference’s size.",
    start:
      "function agrees(g, v, ahead, behind, h, tolerance) {\n  // g: an array; v: an array of directions, each as long as g\n  // ahead, behind: a number for each direction\n  return true;\n}",
    functionName: "agrees",
    cases: [
      {
        args: [
          [2, 3],
          [
            [1, 0],
            [0, 1]
          ],
          [0.2, 0.3],
          [-0.2, -0.3],
          0.1,
          1e-6
        ],
        expected: true,
        hint: "f(x) = 2x₁ + 3x₂ around 0: the gradient is right."
      },
      {
        args: [
          [2, -3],
          [
            [1, 0],
            [0, 1]
          ],
          [0.2, 0.3],
          [-0.2, -0.3],
          0.1,
          1e-6
        ],
        expected: false,
        hint: "The second direction sees the wrong sign; the first does not."
      },
      {
        args: [[1000], [[1]], [100.01], [-100.01], 0.1, 1e-3],
        expected: true,
        hint: "1000 against 1000.1 is off by 0.1, which is 0.01%."
      },
      {
        args: [[1e-5], [[1]], [2e-6], [-2e-6], 0.1, 1e-4],
        expected: true,
        hint: "Below 1, the disagreement counts as it is: 1e-5 against 2e-5 is within 1e-4."
      },
      {
        args: [[NaN, 1], [[1, 1]], [0.1], [-0.1], 0.1, 1e-6],
        expected: false,
        hint: "NaN > tolerance is false, and so is NaN <= tolerance. Which of the two do you ask?"
      },
      {
        args: [[1], [[2]], [3.4], [3], 0.1, 1e-6],
        expected: true,
        hint: "The difference is over 2h, and the direction has length 2: (3.4 − 3)/0.2 = 2 = ⟨g, v⟩."
      }
    ],
    solution: `function agrees(g, v, ahead, behind, h, tolerance) {
  return v.every((direction, i) => {
    const slope = (ahead[i] - behind[i]) / (2 * h);
    const claimed = direction.reduce((sum, d, j) => sum + d * g[j], 0);
    return Math.abs(claimed - slope) / Math.max(1, Math.abs(slope)) <= tolerance;
  });
}`,
    wrong: [
      {
        code: "function agrees(g, v, ahead, behind, h, tol) { return !v.some((d, i) => { const s = (ahead[i] - behind[i]) / (2 * h), c = d.reduce((t, x, j) => t + x * g[j], 0); return Math.abs(c - s) / Math.max(1, Math.abs(s)) > tol; }); }",
        why: "NaN is not larger than the tolerance, so a gradient of NaN passes."
      },
      {
        code: "function agrees(g, v, ahead, behind, h, tol) { return v.every((d, i) => { const s = (ahead[i] - behind[i]) / (2 * h), c = d.reduce((t, x, j) => t + x * g[j], 0); return Math.abs(c - s) <= tol; }); }",
        why: "An absolute tolerance: a gradient of 1000 cannot be right to 0.001."
      },
      {
        code: "function agrees(g, v, ahead, behind, h, tol) { return v.some((d, i) => { const s = (ahead[i] - behind[i]) / (2 * h), c = d.reduce((t, x, j) => t + x * g[j], 0); return Math.abs(c - s) / Math.max(1, Math.abs(s)) <= tol; }); }",
        why: "One direction that agrees is not enough: all must."
      },
      {
        code: "function agrees(g, v, ahead, behind, h, tol) { return v.every((d, i) => { const s = (ahead[i] - behind[i]) / h, c = d.reduce((t, x, j) => t + x * g[j], 0); return Math.abs(c - s) / Math.max(1, Math.abs(s)) <= tol; }); }",
        why: "The two points are 2h apart."
      }
    ],
    explanation:
      "Ask whether the disagreement is small enough, never whether it is too large: a comparison with NaN is always false, and the first question then fails, as it should. The floor of 1 keeps a derivative of 0 from demanding 0."
  },
  {
    name: "testing-bfloat16",
    title: "Round to eight bits",
    prompt:
      "Write toBfloat16(x) for x between 2⁻¹²⁶ and 2¹²⁶ in size: the nearest number with 8 significant bits, and of two that are equally near the one whose last bit is 0.",
    start: "function toBfloat16(x) {\n  return Math.fround(x);\n}",
    functionName: "toBfloat16",
    cases: [
      {args: [1], expected: 1, hint: "1 has one significant bit."},
      {args: [Math.PI], expected: 3.140625, hint: "Between 2 and 4 the numbers are 2⁻⁶ apart: π is nearest to 201/64."},
      {args: [-3.3], expected: -3.296875, hint: "Negative numbers have the neighbors of positive ones."},
      {args: [1 + 2 ** -8], expected: 1, hint: "Midway between 1 and 1 + 2⁻⁷: the last bit of 1 is 0."},
      {
        args: [1 + 3 * 2 ** -8],
        expected: 1 + 2 ** -6,
        hint: "Midway between 1 + 2⁻⁷, whose last bit is 1, and 1 + 2⁻⁶."
      },
      {args: [-(1 + 2 ** -8)], expected: -1, hint: "Midway again, below zero."},
      {args: [0.1], expected: 0.10009765625, hint: "0.1 is between 2⁻⁴ and 2⁻³, so its neighbors are 2⁻¹¹ apart."},
      {args: [1e30], expected: 1.0002555517425873e30, hint: "The exponent is large; the significant bits are eight."},
      {
        args: [1 + 2 ** -8 + 2 ** -40],
        expected: 1 + 2 ** -7,
        hint: "A little above the middle. Rounded to float32 first, the little is lost."
      }
    ],
    solution: `function toBfloat16(x) {
  const size = Math.abs(x);
  let unit = 1; // the weight of the last of eight bits: size / unit is from 128 up to 256
  while (size / unit >= 256) unit *= 2;
  while (size / unit < 128) unit /= 2;
  const units = size / unit;
  const below = Math.floor(units);
  const rest = units - below;
  const whole = rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
  return Math.sign(x) * whole * unit;
}`,
    wrong: [
      {
        code: "function toBfloat16(x) { const f = new Float32Array([x]); const u = new Uint32Array(f.buffer); u[0] &= 0xffff0000; return f[0]; }",
        why: "It cuts the bits off: that rounds towards zero."
      },
      {
        code: "function toBfloat16(x) { let u = 1; const s = Math.abs(x); while (s / u >= 256) u *= 2; while (s / u < 128) u /= 2; return Math.sign(x) * Math.round(s / u) * u; }",
        why: "It rounds the middle up, always: sums drift upwards."
      },
      {
        code: "function toBfloat16(x) { const f = new Float32Array([x]); const u = new Uint32Array(f.buffer); u[0] += 0x7fff + ((u[0] >>> 16) & 1); u[0] &= 0xffff0000; return f[0]; }",
        why: "It rounds to float32 first. What was a little above the middle is then in the middle, and rounds down."
      },
      {
        code: "function toBfloat16(x) { return Number(x.toPrecision(3)); }",
        why: "Eight bits are not a number of decimal digits."
      }
    ],
    explanation:
      "Measure the number in units of its last bit, round that to a whole number, and multiply back: dividing by a power of two loses nothing. Half to even matters in long sums, where always rounding up would add a bias. The library does the same without a loop."
  }
];
