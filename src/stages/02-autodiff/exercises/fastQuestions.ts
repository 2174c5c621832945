import type {Question} from "../../../components/exercise/question.js";
import {outerProducts, product, rowsOf, sums} from "../model/floatSums.js";

/** How far apart in memory two turns of an inner loop are at most, in A, in the stored B, and in C, each of n by n. */
function longestStep(inner: "j" | "k", n = 64): number {
  const places = ({i, j, k}: {readonly i: number; readonly j: number; readonly k: number}) => [
    i * n + k, // a_ik
    j * n + k, // b_kj, stored at row j
    i * n + j // c_ij
  ];
  const [here, next] = [places({i: 3, j: 3, k: 3}), places({i: 3, j: 3, k: 3, [inner]: 4})];
  return Math.max(...next.map((place, x) => Math.abs(place - here[x]!)));
}

const [A, B] = [rowsOf(12, 1), rowsOf(12, 2)];
const sameBits = (make: () => readonly (readonly number[])[]) => (): boolean => {
  const plain = product(A, B, sums.plain);
  return make().every((row, i) => row.every((value, j) => Object.is(value, plain[i]![j])));
};

/** What the page “How it is fast” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "fast-dot-order",
    prompt:
      "C = A·Bᵀ with both stored in rows: c_ij is the product of row i of A and row j of B. Which order of loops is kind to a cache without any packing?",
    options: [
      {
        text: "i, j, k: the inner loop runs along a row of A and a row of B.",
        right: true,
        holds: () => longestStep("k") === 1,
        why: "Both operands are walked in the order of memory, and c_ij stays in a register."
      },
      {
        text: "i, k, j, as for A·B.",
        holds: () => longestStep("j") === 1,
        why: "With B transposed, the inner loop over j walks down a column of the stored B: a line for every step."
      },
      {
        text: "k, i, j: one outer product at a time.",
        holds: () => longestStep("j") === 1,
        why: "It touches all of C for each k, and column k of both operands."
      },
      {
        text: "All orders are alike, since the sums are the same.",
        holds: () => longestStep("j") === longestStep("k"),
        why: "The sums are the same; the lines that are touched are not."
      }
    ],
    solution:
      "Stored B has row j where B transposed has column j. The inner loop over k runs along rows of both. That is why a layer may store its weights as [out, in] and multiply by the transpose, and why a kernel must know how its operands are stored."
  },
  {
    kind: "compute",
    name: "fast-gemv-intensity",
    prompt:
      "A matrix of 4,096 by 4,096 in float32 times a vector. Each entry of the matrix is fetched once. How many operations per byte is that, about?",
    answer: () => (2 * 4096 * 4096) / (4 * 4096 * 4096),
    tolerance: 0.005,
    hint: "A multiplication and an addition for each entry, which has 4 bytes.",
    hints: [
      {value: 1 / 4, tolerance: 0.005, why: "An entry takes part in two operations: a multiplication and an addition."},
      {
        value: (2 * 4096 * 4096) / (4096 * 4096),
        tolerance: 0.02,
        why: "That is operations per number. A float32 has 4 bytes."
      },
      {
        value: 4096 / 4,
        tolerance: 1,
        why: "That is b/4 for a product of two matrices. Here an entry of the matrix is used once."
      }
    ],
    why: "Two operations for four bytes: 1/2.",
    solution:
      "2 · 4096² operations, 4 · 4096² bytes for the matrix, and next to nothing for the vectors: 1/2. No blocking helps, since nothing is used twice. A batch of n vectors makes it n/2."
  },
  {
    kind: "predict",
    name: "fast-tokens-predict",
    prompt:
      "A model has 7 billion weights of 16 bits, and writes for one reader: each token needs every weight once. The machine reads 3.35 trillion bytes a second, and computes far faster than that. How many tokens a second can it write at most?",
    range: [0, 3000],
    step: 10,
    start: 1500,
    within: 150,
    truth: () => 3.35e12 / (7e9 * 2),
    why: "The weights are 14 billion bytes, and all of them must come by for each token. The arithmetic would take a three-hundredth of that time.",
    solution:
      "2 · 7 = 14 billion bytes for each token, and 3,350/14 ≈ 239 tokens a second. Two operations for two bytes are an intensity of 1, far left of the corner. For a batch of 32 readers the same bytes serve 32 tokens: that is why servers collect requests. And weights of 4 bits would make it four times as many for one reader."
  },
  {
    kind: "choose",
    name: "fast-same-bits",
    prompt:
      "The plain loops i, j, k compute C = A·B in float32. Which of these programs gives a C with the same bits, always?",
    options: [
      {
        text: "The inner loop adds even k and odd k apart, in two sums that run side by side.",
        holds: sameBits(() => product(A, B, sums.evenThenOdd)),
        why: "The terms are the same, but they meet in another order, and additions of floats round differently then."
      },
      {
        text: "The loops are in the order k, i, j: one outer product after another is added to C.",
        right: true,
        holds: sameBits(() => outerProducts(A, B)),
        why: "Each c_ij still gets its terms in the order of k, one after another, each sum rounded once. That other elements get theirs in between does not matter."
      },
      {
        text: "Each a·b + c is one fused multiply-add.",
        holds: sameBits(() => product(A, B, sums.fused)),
        why: "It rounds once where the loops round twice. The result is better, and another one."
      },
      {
        text: "The sums are made in float64 and rounded to float32 at the end.",
        holds: sameBits(() => product(A, B, sums.wide)),
        why: "Better again, and different again: the roundings in between are missing."
      }
    ],
    solution:
      "What fixes the bits of an element is the list of its own operations, in their order: here (((a₀b₀) + a₁b₁) + a₂b₂) … with a rounding after each. Any order of loops that keeps k rising for each element keeps that list, so i, j, k, i, k, j and k, i, j agree to the last bit. That freedom is what a kernel may use without breaking its promise."
  }
];
