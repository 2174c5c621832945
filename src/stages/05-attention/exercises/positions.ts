import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-9;

/** What a reader writes about positions. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "positions-rotate",
    title: "Turn a vector to its position",
    prompt:
      "Write rotate(vector, position, base): the numbers of the vector in neighboring pairs, pair i turned by position times base to −2i/d, where d is the vector’s length, counterclockwise.",
    start:
      "function rotate(vector, position, base) {\n  // vector: an even number of numbers; returns as many\n  return vector;\n}",
    functionName: "rotate",
    cases: [
      {args: [[1, 0], 0, 10000], expected: [1, 0], tolerance: near, hint: "At position 0 nothing turns."},
      {
        args: [[1, 0], 1, 10000],
        expected: [Math.cos(1), Math.sin(1)],
        tolerance: near,
        hint: "The first pair turns by one radian a position."
      },
      {
        args: [[0, 1], 2, 10000],
        expected: [-Math.sin(2), Math.cos(2)],
        tolerance: near,
        hint: "(a, b) becomes (a·cos − b·sin, a·sin + b·cos)."
      },
      {
        args: [[1, 0, 1, 0], 3, 100],
        expected: [Math.cos(3), Math.sin(3), Math.cos(0.3), Math.sin(0.3)],
        tolerance: near,
        hint: "With d = 4 the second pair has the frequency 100 to −1/2, a tenth."
      }
    ],
    solution: `function rotate(vector, position, base) {
  const out = [];
  for (let i = 0; 2 * i < vector.length; i++) {
    const angle = position * Math.pow(base, (-2 * i) / vector.length);
    const [a, b] = [vector[2 * i], vector[2 * i + 1]];
    out.push(a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle));
  }
  return out;
}`,
    wrong: [
      {
        code: "function rotate(vector, position, base) { const out = []; for (let i = 0; 2 * i < vector.length; i++) { const t = position * Math.pow(base, (-2 * i) / vector.length); const [a, b] = [vector[2 * i], vector[2 * i + 1]]; out.push(a * Math.cos(t) + b * Math.sin(t), -a * Math.sin(t) + b * Math.cos(t)); } return out; }",
        why: "It turns the other way round."
      },
      {
        code: "function rotate(vector, position, base) { const out = []; for (let i = 0; 2 * i < vector.length; i++) { const t = position * Math.pow(base, -i / vector.length); const [a, b] = [vector[2 * i], vector[2 * i + 1]]; out.push(a * Math.cos(t) - b * Math.sin(t), a * Math.sin(t) + b * Math.cos(t)); } return out; }",
        why: "Its frequencies fall half as fast: the exponent is −2i/d."
      },
      {
        code: "function rotate(vector, position, base) { const out = []; for (let i = 0; 2 * i < vector.length; i++) { const [a, b] = [vector[2 * i], vector[2 * i + 1]]; out.push(a * Math.cos(position) - b * Math.sin(position), a * Math.sin(position) + b * Math.cos(position)); } return out; }",
        why: "All its pairs turn at the same speed, so that far positions look like near ones."
      }
    ],
    explanation:
      "A product of two turned vectors depends on the difference of their positions, because turning both by the same angle changes nothing. Files of other programs may pair number i with number i + d/2 in place of its neighbor: the same idea, with another order, and a model that is read in the wrong one runs and is silently wrong."
  }
];
