import type {Question} from "../../../components/exercise/question.js";
import {add, backward, div, exp, log, sub, variable} from "/lib/scalar.js";
import {einsum, renamed, type Named} from "../model/einsum.js";
import {slopeOf} from "../model/slopeOf.js";
import {throughLayerNorm, weightGradient} from "../model/tensorTruths.js";

const isZero = (x: number): boolean => Math.abs(x) < 1e-9;

const named = (axes: string, ...extents: readonly number[]): Named => ({
  axes,
  extents,
  data: Array.from({length: extents.reduce((x, y) => x * y, 1)}, (_, i) => ((7 * i) % 11) - 5)
});
const [A, B, Cbar] = [named("bij", 2, 3, 4), named("bkj", 2, 5, 4), named("bik", 2, 3, 5)];

/** The gradient of A by moving each of its entries: the loss is the product of C̄ with C, and linear in A. */
function gradientOfA(): readonly number[] {
  const loss = (data: readonly number[]): number =>
    einsum({...A, data}, B, "bik").data.reduce((sum, c, i) => sum + c * Cbar.data[i]!, 0);
  return A.data.map((_, i) => loss(A.data.map((a, j) => (j === i ? a + 1 : a))) - loss(A.data));
}

/** Whether a result has the axes of A and is its gradient. */
const isGradientOfA = (result: () => Named) => (): boolean => {
  try {
    const {axes, data} = result();
    return axes === "bij" && gradientOfA().every((slope, i) => slope === data[i]);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The value and the slope of w + stopGradient(round(w) − w): what is stopped is a number to the engine. */
const rounded = (at = 1.7) => {
  const w = variable(at);
  const y = add(w, Math.round(at) - at);
  return {value: y.value, slope: backward(y).get(w), w: at, round: Math.round(at)};
};

/** Megabytes of so many numbers for each token. */
const megabytes = (numbers: number): number => (numbers * 8 * 1024 * 4) / 1e6;

/** What the page “From scalars to tensors” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "tensors-norm-directions",
    prompt:
      "x̄ is a gradient that comes back through a LayerNorm of n numbers (leave ε aside). What must be so, whatever gradient arrives from above?",
    options: [
      {
        text: "Its entries are all 0, since the result does not change.",
        holds: async () => isZero((await throughLayerNorm()).length),
        why: "The result does not change under two kinds of moves. Most others change it: move one number alone."
      },
      {
        text: "Its entries sum to 0, and nothing more.",
        holds: async () => {
          const {sum, alongNormalized} = await throughLayerNorm();
          return isZero(sum) && !isZero(alongNormalized);
        },
        why: "That is what the shift says. The stretch says something as well."
      },
      {
        text: "It is at a right angle to (1, …, 1) and to the normalized row.",
        right: true,
        holds: async () => {
          const {sum, alongNormalized} = await throughLayerNorm();
          return isZero(sum) && isZero(alongNormalized);
        },
        why: "Shifting moves x along (1, …, 1), stretching moves it along x − μ, and along neither may the loss change. Two directions of n are blind; n − 2 are left."
      },
      {
        text: "It has the length of the gradient that arrives.",
        holds: async () => {
          const {length, arrived} = await throughLayerNorm();
          return isZero(length - arrived);
        },
        why: "Stretch the row in the figure: the result stays, and the gradient becomes smaller by the factor."
      }
    ],
    solution:
      "The slope of the loss along a direction is the product of the gradient with it. Along (1, …, 1) and along x − μ the loss is constant, so both products are 0: the entries sum to 0, and so do the entries times the normalized x. For n = 2 nothing is left, and the gradient is 0: two numbers are always normalized to −1 and 1."
  },
  {
    kind: "predict",
    name: "tensors-bias-gradient",
    prompt:
      "A bias b of shape [3] is added to x of shape [8, 5, 3], and the loss is the sum of all results. What is each entry of b’s gradient?",
    range: [0, 120],
    step: 1,
    start: 60,
    within: 2,
    truth: async () => {
      const t = await import("/lib/tensor.js");
      const draw = (seed: number, ...shape: number[]) => t.randomNormal(t.key(seed), shape, "float64");
      return t.grad((b: ReturnType<typeof draw>) => t.sum(t.add(draw(21, 8, 5, 3), b)))(draw(22, 3)).data[0]!;
    },
    why: "Every entry of b was used once for each of the 8 · 5 places of the other two axes, and each use has slope 1.",
    solution:
      "The gradient of the sum is a tensor of ones of shape [8, 5, 3]. b was repeated along the first two axes, so its gradient is summed over them: 8 · 5 = 40 ones for each of its three entries."
  },
  {
    kind: "choose",
    name: "tensors-transposed-product",
    prompt: "A layer computes Y = X Wᵀ with W stored as [out, in]. What is the gradient of W?",
    options: [
      {
        text: "Xᵀ Ȳ",
        holds: async () => {
          const {t, X, Ybar, is} = await weightGradient();
          return is(() => t.matmul(t.transpose(X), Ybar));
        },
        why: "That is [in, out]: the gradient of the transpose of W. W is stored as [out, in], and a gradient has the shape of its value."
      },
      {
        text: "Ȳᵀ X",
        right: true,
        holds: async () => {
          const {t, X, Ybar, is} = await weightGradient();
          return is(() => t.matmul(t.transpose(Ybar), X));
        },
        why: "y_rs = Σ_q x_rq w_sq, so the slope by w_ji is x_ri where s = j: the sum over r of ȳ_rj x_ri, which is Ȳᵀ X, of shape [out, in]."
      },
      {
        text: "Ȳ X",
        holds: async () => {
          const {t, X, Ybar, is} = await weightGradient();
          return is(() => t.matmul(Ybar, X));
        },
        why: "Ȳ is [rows, out] and X is [rows, in]: this product exists only if rows equals out, by accident."
      },
      {
        text: "Ȳᵀ Xᵀ",
        holds: async () => {
          const {t, X, Ybar, is} = await weightGradient();
          return is(() => t.matmul(t.transpose(Ybar), t.transpose(X)));
        },
        why: "Xᵀ is [in, rows] and Ȳᵀ is [out, rows]: the inner extents do not match."
      }
    ],
    solution:
      "Let V = Wᵀ. Then Y = X V and the gradient of V is Xᵀ Ȳ. Transposing moves numbers and nothing else, so the gradient of W is the transpose of that of V: (Xᵀ Ȳ)ᵀ = Ȳᵀ X."
  },
  {
    kind: "compute",
    name: "tensors-cross-entropy-entry",
    prompt:
      "Three logits are equal, and the target is the first. The loss is the mean over a batch of 2 such rows. What is the gradient of the first logit of the first row?",
    answer: () => slopeOf((z) => div(sub(log(add(exp(z), 2)), z), 2), 0),
    tolerance: 0.002,
    hint: "p − onehot, and then the mean over the rows.",
    hints: [
      {
        value: 1 / 3 - 1,
        tolerance: 0.002,
        why: "That is p − onehot. The loss is a mean over two rows, so each row counts half."
      },
      {value: (1 - 1 / 3) / 2, tolerance: 0.002, why: "The sign: raising the logit of the target lowers the loss."},
      {value: 1 / 3 / 2, tolerance: 0.002, why: "That is the gradient of the other two logits."}
    ],
    why: "p is 1/3 each. (1/3 − 1) / 2 = −1/3.",
    solution:
      "Equal logits have probabilities 1/3. The gradient of the row’s own loss is p − onehot = (−2/3, 1/3, 1/3). The mean over two rows halves it: −1/3 for the target. The entries of a row sum to zero, as they must."
  },
  {
    kind: "choose",
    name: "tensors-einsum",
    prompt:
      "einsum names the axes: C = einsum(“bij, bkj → bik”, A, B) sums the products of A and B over j, for each b, i and k. These are the scores of attention, with queries A and keys B. Which einsum gives the gradient of A?",
    options: [
      {
        text: "“bik, bkj → bij” of C̄ and B",
        right: true,
        holds: isGradientOfA(() => einsum(Cbar, B, "bij")),
        why: "The gradient of A has A’s axes. C̄ takes the place of A on the left; k is what is left to sum over."
      },
      {
        text: "“bij, bik → bkj” of A and C̄",
        holds: isGradientOfA(() => einsum(A, Cbar, "bkj")),
        why: "That has the axes of B: it is the gradient of B."
      },
      {
        text: "“bij, bkj → bik” of C̄ and B",
        holds: isGradientOfA(() => einsum(renamed(Cbar, "bij"), B, "bik")),
        why: "C̄ has the axes b, i, k. Named b, i, j it would be summed along the wrong one."
      },
      {
        text: "“bik, bkj → ij” of C̄ and B",
        holds: isGradientOfA(() => einsum(Cbar, B, "ij")),
        why: "A has the axis b as well: each batch entry keeps its own gradient. Summing over b would be right if all entries shared one A."
      }
    ],
    solution:
      "c_bik = Σ_j a_bij b_bkj, so ∂c_bik/∂a_bij = b_bkj, and ā_bij = Σ_k c̄_bik b_bkj. In general: exchange the result’s axes with those of the operand whose gradient is wanted. An axis that only this operand has, and that was summed over, is then missing on the left, and has to be repeated: the sum forward is a repetition back."
  },
  {
    kind: "compute",
    name: "tensors-layer-memory",
    prompt:
      "The feed-forward half of a block of the smallest GPT-2: 768 numbers times a matrix to 3,072, GELU, times a matrix back to 768. A batch has 8 texts of 1,024 tokens, in float32. How many megabytes (millions of bytes) must the forward pass keep for the way back, not counting the weights? Bias adds nothing, and GELU’s slope is taken from what goes into it.",
    unit: " MB",
    answer: () => megabytes(768 + 3072 + 3072),
    tolerance: 1.5,
    hint: "A product keeps its input. GELU keeps its own. 8 · 1,024 rows of 4 bytes a number.",
    hints: [
      {
        value: megabytes(768 + 3072),
        tolerance: 1,
        why: "That is the input of the first product and that of the second. GELU needs what goes into it as well."
      },
      {
        value: megabytes(768 + 3072 + 3072 + 768),
        tolerance: 1.5,
        why: "Is the result of the last product among yours? Nothing in this half needs it on the way back."
      },
      {
        value: megabytes(768 + 3072 + 3072) / (8 * 1024),
        tolerance: 0.002,
        why: "That is for one token. There are 8 · 1,024."
      },
      {value: megabytes(768 + 3072 + 3072) / 4, tolerance: 0.5, why: "Those are millions of numbers. Each has 4 bytes."}
    ],
    why: "(768 + 3,072 + 3,072) numbers for each of 8,192 tokens, 4 bytes each.",
    solution:
      "The first product needs its input, 768 numbers a token, for the gradient of its weights. GELU needs what goes into it, 3,072. The second product needs its input, which is GELU’s result, 3,072. Together 6,912 numbers · 8,192 tokens · 4 bytes = 226.5 MB, for half of one of twelve blocks, whose weights here are 4.7 million numbers: 19 MB. That is why activations fill the memory, and why one checkpoint for each block, 25 MB, is such a bargain."
  },
  {
    kind: "choose",
    name: "tensors-straight-through",
    prompt:
      "A model is to use rounded weights, q = round(w). The slope of rounding is 0 nearly everywhere, so w would never move. The remedy in use is y = w + stopGradient(round(w) − w). What are the value of y and the slope that comes back to w?",
    options: [
      {
        text: "The value w, and the slope 1.",
        holds: () => rounded().value === rounded().w && rounded().slope === 1,
        why: "stopGradient stops the gradient, not the value: round(w) − w is added."
      },
      {
        text: "The value round(w), and the slope 1.",
        right: true,
        holds: () => rounded().value === rounded().round && rounded().slope === 1,
        why: "In the value w cancels. On the way back the bracket is a constant, and only the first w is left."
      },
      {
        text: "The value round(w), and the slope 0.",
        holds: () => rounded().slope === 0,
        why: "That is what round(w) alone has. The first w has a slope."
      },
      {
        text: "The value round(w), and the slope −1 + 1 = 0: the two w cancel on the way back as well.",
        holds: () => rounded().slope === -1 + 1,
        why: "They would without stopGradient. It cuts one of the two ways."
      }
    ],
    solution:
      "Forward: w + round(w) − w = round(w). Back: the bracket is held still, so ȳ goes to w unchanged. No gradient check can pass this, for it is deliberately not the derivative: it is that of the identity, put in the place of a useless one. It is called the straight-through estimator, and models with weights of a few bits are trained with it."
  }
];
