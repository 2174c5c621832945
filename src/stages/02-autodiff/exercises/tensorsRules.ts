import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const RMS = `function rmsNormBack(x, weight, g, epsilon) {
  const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  const r = 1 / Math.sqrt(mean(x.map((v) => v * v)) + epsilon);
  const hat = x.map((v) => v * r);
  const reach = g.map((v, i) => v * weight[i]);
  const along = mean(reach.map((v, i) => v * hat[i]));
  return [reach.map((v, i) => r * (v - hat[i] * along)), g.map((v, i) => v * hat[i])];
}`;

const CONV = `function convolutionBack(x, w, g) {
  const dx = x.map(() => 0);
  const dw = w.map(() => 0);
  g.forEach((gi, i) =>
    w.forEach((wk, k) => {
      dx[i + k] += gi * wk;
      dw[k] += gi * x[i + k];
    })
  );
  return [dx, dw];
}`;

/** Rules that the section on tensors does not derive. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "tensors-rms-norm",
    title: "RMSNorm, backward",
    prompt:
      "RMSNorm leaves the mean alone: y_i = w_i · x_i · r with r = 1/√(mean of the x² + ε). Derive its rule, and write rmsNormBack(x, weight, g, epsilon) for one row, where g are the gradients of y. Return the pair [gradient of x, gradient of the weight].",
    start:
      "function rmsNormBack(x, weight, g, epsilon) {\n  const dx = x.map(() => 0);\n  const dw = weight.map(() => 0);\n  return [dx, dw];\n}",
    functionName: "rmsNormBack",
    cases: [
      {
        args: [[3], [1], [5], 0],
        expected: [[0], [5]],
        hint: "One number is normalized to 1 or −1, whatever it is: its gradient is 0."
      },
      {
        args: [[1, 1], [1, 1], [1, 1], 0],
        expected: [
          [0, 0],
          [1, 1]
        ],
        hint: "Here g points along x, and stretching x changes nothing."
      },
      {
        args: [[1, -1], [1, 1], [1, 1], 0],
        expected: [
          [1, 1],
          [1, -1]
        ],
        hint: "Here g is at a right angle to x, and all of it passes, times r = 1. There is no mean to take away: both entries may be 1."
      },
      {
        args: [[3, 4], [2, 0.5], [1, -1], 0],
        expected: [
          [0.42992092296142087, -0.3224406922210657],
          [0.848528137423857, -1.131370849898476]
        ],
        hint: "r moves with every x: its slope with x_j is −r³ x_j / n."
      },
      {
        args: [[1, 2, -2], [1, 2, 3], [0.5, -1, 2], 1],
        expected: [
          [0.8958333333333334, 0.29166666666666674, 1.7083333333333333],
          [0.25, -1.0, -2.0]
        ],
        hint: "With ε in the root, a trace of the direction along x is left. Keep it inside r."
      }
    ],
    solution: RMS,
    wrong: [
      {
        code: RMS.replace("r * (v - hat[i] * along)", "r * v"),
        why: "It holds r still, as if stretching x did nothing to it."
      },
      {
        code: RMS.replace("r * (v - hat[i] * along)", "r * (v - mean(reach) - hat[i] * along)"),
        why: "That is LayerNorm’s rule: it takes away a mean that RMSNorm never took."
      },
      {
        code: RMS.replace("const reach = g.map((v, i) => v * weight[i]);", "const reach = g;"),
        why: "The weight is a product after the normalization: what reaches the normalized x is g times the weight."
      },
      {
        code: RMS.replace("g.map((v, i) => v * hat[i])]", "g.map((v, i) => v * x[i])]"),
        why: "The weight multiplies the normalized x, and not x."
      }
    ],
    explanation:
      "r = (m + ε)^(−1/2) with m the mean of the squares, so ∂m/∂x_j = 2x_j/n and ∂r/∂x_j = −½ r³ · 2x_j/n = −r² z_j / n with z = r x, the normalized x. Then ∂z_i/∂x_j = r(δ_ij − z_i z_j / n), and x̄ = r(g − z · mean(g z)): LayerNorm’s rule with one blade in place of two. Llama and most models since 2023 use it."
  },
  {
    kind: "write",
    name: "tensors-convolution",
    title: "A convolution, backward",
    prompt:
      "A filter w of m numbers slides along x: y_i = w₀ x_i + w₁ x_{i+1} + … + w_{m−1} x_{i+m−1}, for every i at which it fits. Write convolutionBack(x, w, g): the pair [gradient of x, gradient of w], where g are the gradients of y.",
    start:
      "function convolutionBack(x, w, g) {\n  const dx = x.map(() => 0);\n  const dw = w.map(() => 0);\n  return [dx, dw];\n}",
    functionName: "convolutionBack",
    cases: [
      {
        args: [[2, 3], [5], [1, 10]],
        expected: [[5, 50], [32]],
        hint: "A filter of one number: a product, with w repeated."
      },
      {
        args: [[1, 2], [3, 4], [1]],
        expected: [
          [3, 4],
          [1, 2]
        ],
        hint: "One place only: an inner product."
      },
      {
        args: [
          [1, 2, 3, 4],
          [1, 10],
          [1, 0, 0]
        ],
        expected: [
          [1, 10, 0, 0],
          [1, 2]
        ],
        hint: "y₀ reads x₀ and x₁ only."
      },
      {
        args: [
          [1, 2, 3, 4],
          [1, 10],
          [1, 1, 1]
        ],
        expected: [
          [1, 11, 11, 10],
          [6, 9]
        ],
        hint: "An x in the middle is used in two places, a w in all three: shares add up."
      },
      {
        args: [
          [1, -1, 2, 0, 3],
          [2, 0, -1],
          [1, 2, -1]
        ],
        expected: [
          [2, 4, -3, -2, 1],
          [-3, 3, -1]
        ],
        hint: "Mind the direction: what weighed x_{i+k} on the way forward weighs g_i on the way back to x_{i+k}."
      }
    ],
    solution: CONV,
    wrong: [
      {
        code: CONV.replace("dx[i + k] += gi * wk", "dx[i + k] = gi * wk"),
        why: "It sets where it should add: a number under several positions of the filter gets one share only."
      },
      {
        code: CONV.replace("dx[i + k] += gi * wk", "dx[i + k] += gi * w[w.length - 1 - k]"),
        why: "It turns the filter around. That is needed if the way back is written as a sliding filter over g, and not if shares are handed out."
      },
      {
        code: CONV.replace("dw[k] += gi * x[i + k]", "dw[k] += gi * x[i]"),
        why: "The k-th weight meets x_{i+k}."
      }
    ],
    explanation:
      "y_i reads x_{i+k} with the slope w_k, and w_k with the slope x_{i+k}. So both gradients are handed out in the same double loop as the values were collected: reading becomes adding. Written as a sum for one x_j it is Σ_k g_{j−k} w_k, a convolution with the filter turned around; and the gradient of w slides g along x."
  }
];
