import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that a reader writes about training in practice. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "practice-write-clip",
    title: "Clip by the global norm",
    prompt:
      "Write clip(gradients, most): gradients is a list of lists, one for each layer. If all numbers together are longer than most, as one vector, shorten all of them by one factor so that the length is most. Otherwise they stay.",
    start: "function clip(gradients, most) {\n  return gradients;\n}",
    functionName: "clip",
    cases: [
      {args: [[[3, 4]], 10], expected: [[3, 4]], hint: "Short enough: nothing happens."},
      {args: [[[3, 4]], 1], expected: [[0.6, 0.8]], hint: "One layer: the length is 5."},
      {
        args: [[[3], [0, 4]], 2.5],
        expected: [[1.5], [0, 2]],
        hint: "Two layers: their lengths are 3 and 4, but together they are 5 long."
      },
      {args: [[[0, 0], [0]], 1], expected: [[0, 0], [0]], hint: "A gradient of zeros is 0 long: do not divide by it."},
      {args: [[[-6], [8]], 5], expected: [[-3], [4]], hint: "Signs stay."}
    ],
    solution: `function clip(gradients, most) {
  const length = Math.hypot(...gradients.flat());
  const factor = length > most ? most / length : 1;
  return gradients.map((layer) => layer.map((g) => g * factor));
}`,
    wrong: [
      {
        code: "function clip(gradients, most) { return gradients.map((layer) => { const length = Math.hypot(...layer); return layer.map((g) => (length > most ? (g * most) / length : g)); }); }",
        why: "It clips each layer by itself, which turns the whole gradient."
      },
      {
        code: "function clip(gradients, most) { return gradients.map((layer) => layer.map((g) => Math.max(-most, Math.min(most, g)))); }",
        why: "That is clipping by value."
      },
      {
        code: "function clip(gradients, most) { const length = Math.hypot(...gradients.flat()); return gradients.map((layer) => layer.map((g) => (g * most) / length)); }",
        why: "It makes short gradients longer, too, and zeros to no numbers."
      }
    ],
    explanation:
      "The length is that of all layers together, and one factor for all of them keeps the direction. Whoever clips layer by layer gets a vector that may be nowhere near the projection."
  },
  {
    kind: "write",
    name: "practice-write-round",
    title: "Round by chance",
    prompt:
      "Write round(x, bits, u): x as a number with so many bits of precision, rounded by chance. Its neighbors are 2^(e − bits + 1) apart, where 2^e ≤ |x| < 2^(e+1). u is drawn evenly from 0 to 1: go away from zero if u is less than the part of the gap between the neighbor nearer to zero and x. Zero stays zero, and there are no limits to e.",
    start: "function round(x, bits, u) {\n  return x;\n}",
    functionName: "round",
    cases: [
      {args: [0, 8, 0.5], expected: 0, hint: "Zero has no exponent."},
      {args: [1.5, 8, 0], expected: 1.5, hint: "A number of the format stays, whatever u is."},
      {args: [1.001, 8, 0.9], expected: 1, hint: "The part of the gap is 0.128, and u is more."},
      {args: [1.001, 8, 0.1], expected: 1.0078125, hint: "The part of the gap is 0.128, and u is less."},
      {args: [5.3, 3, 0.2], expected: 6, hint: "With 3 bits the neighbors of 5.3 are 5 and 6: the part is 0.3."},
      {args: [5.3, 3, 0.4], expected: 5, hint: "The part is 0.3, and u is more."},
      {args: [-5.3, 3, 0.2], expected: -6, hint: "Away from zero means down for negative numbers."},
      {args: [0.3, 2, 0.1], expected: 0.375, hint: "0.3 lies between 0.25 and 0.375."},
      {args: [8, 1, 0.99], expected: 8, hint: "A power of two stays in any format: take care that its exponent is 3."}
    ],
    solution: `function round(x, bits, u) {
  if (x === 0) return 0;
  const gap = 2 ** (Math.floor(Math.log2(Math.abs(x))) - bits + 1);
  const units = Math.abs(x) / gap;
  const below = Math.floor(units);
  return Math.sign(x) * (u < units - below ? below + 1 : below) * gap;
}`,
    wrong: [
      {
        code: "function round(x, bits, u) { if (x === 0) return 0; const gap = 2 ** (Math.floor(Math.log2(Math.abs(x))) - bits + 1); return Math.round(x / gap) * gap; }",
        why: "It rounds to the nearest, and asks no chance."
      },
      {
        code: "function round(x, bits, u) { if (x === 0) return 0; const gap = 2 ** (Math.floor(Math.log2(Math.abs(x))) - bits + 1); const units = Math.abs(x) / gap; const below = Math.floor(units); return Math.sign(x) * (u < 0.5 ? below + 1 : below) * gap; }",
        why: "It goes up and down equally often, wherever x lies between the two, so the mean is their middle."
      },
      {
        code: "function round(x, bits, u) { const gap = 2 ** (1 - bits); const units = Math.abs(x) / gap; const below = Math.floor(units); return Math.sign(x) * (u < units - below ? below + 1 : below) * gap; }",
        why: "The gap is that at 1. It must grow with the number."
      }
    ],
    explanation:
      "In units of the gap it is a matter of a whole number and a rest, and the rest is the probability. The mean over u is the number itself, so that a thousand updates which are each too small to be stored are still there in the sum."
  }
];
