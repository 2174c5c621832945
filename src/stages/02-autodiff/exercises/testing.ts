import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const GIVEN = `// Given: a colleague's check of a slope of tanh, by central differences, and what the tests ask.
const places = [-2, -1, 0, 1, 2];
const passes = (slope) =>
  places.every((x) => {
    const h = 6e-6;
    const difference = (Math.tanh(x + h) - Math.tanh(x - h)) / (2 * h);
    return Math.abs(slope(x) - difference) <= 1e-6;
  });
const right = (x) => 1 - Math.tanh(x) ** 2;
const off = (x) => Math.abs(slope(x) - right(x));
function judge(question) {
  if (question === "passes") return passes(slope);
  if (question === "smooth") {
    // no jumps, and nothing that is no number: neighbors differ by little
    for (let x = -3; x < 3; x += 1e-3) if (!(Math.abs(slope(x + 1e-3) - slope(x)) < 0.05)) return false;
    return true;
  }
  return off(question) > 0.1; // at a place
}`;

const FOOL = `function slope(x) {
  return 1 - Math.tanh(x) ** 2 + 0.5 * Math.sin(Math.PI * x);
}`;

const fooled = `${FOOL}\n\n${GIVEN}`;

/** Functions that the reader of the section on testing gradients writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "testing-fool-the-check",
    title: "Fool the check",
    prompt:
      "A colleague checks a rule for the slope of tanh at five places, −2, −1, 0, 1 and 2, against differences. Construct a rule that passes and is wrong: slope(x) should be off by more than 0.1 at ½, at −½ and at 1.5, and it may not jump (a rule that asks whether x is a whole number would be no mistake that anybody makes).",
    start: `function slope(x) {\n  return 1 - Math.tanh(x) ** 2;\n}\n\n${GIVEN}`,
    functionName: "judge",
    cases: [
      {args: ["passes"], expected: true, hint: "It must agree with the right slope at −2, −1, 0, 1 and 2."},
      {
        args: ["smooth"],
        expected: true,
        hint: "From one place to the next, a thousandth apart, it may change by 0.05 at most."
      },
      {args: [0.5], expected: true, hint: "At ½ it must be off by more than 0.1."},
      {args: [-0.5], expected: true, hint: "At −½ as well."},
      {args: [1.5], expected: true, hint: "And at 1.5."}
    ],
    solution: fooled,
    wrong: [
      {
        code: fooled.replace("+ 0.5 * Math.sin(Math.PI * x)", "+ 0.05 * Math.sin(Math.PI * x)"),
        why: "It passes, but it is hardly wrong: 0.05 at most."
      },
      {
        code: fooled.replace("+ 0.5 * Math.sin(Math.PI * x)", "+ (Number.isInteger(x) ? 0 : 0.5)"),
        why: "It jumps at the whole numbers."
      },
      {
        code: fooled.replace("+ 0.5 * Math.sin(Math.PI * x)", "+ x * (x - 1) * (x + 1)"),
        why: "It is right at −1, 0 and 1, and off by 6 at 2, which is one of the places."
      },
      {
        code: fooled.replace("1 - Math.tanh(x) ** 2 + 0.5 * Math.sin(Math.PI * x)", "1 - Math.tanh(x)"),
        why: "The square was forgotten: right at 0, and found at −2."
      }
    ],
    explanation:
      "Add anything that is zero where the judge looks: 0.5 sin πx, or the product of (x + 2)(x + 1) x (x − 1)(x − 2) with a number. Finitely many fixed places can never be enough, because someone who knows them can be wrong everywhere else. Against places that are drawn after the rule is written there is no such trick: a rule that is wrong on an interval is found with the probability of hitting it, each time anew."
  },
  {
    kind: "write",
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
