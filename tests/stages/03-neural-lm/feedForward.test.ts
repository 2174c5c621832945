import fc from "fast-check";
import {describe, expect, it} from "vitest";
import * as t from "../../../lib/tensor.js";
import {bengio} from "../../../lib/stages/03-neural-lm/index.js";
import {BENDS, bends} from "../../../src/stages/03-neural-lm/model/bends.js";
import {
  bestLine,
  closest,
  drawnLayers,
  farthest,
  product,
  through,
  type Point
} from "../../../src/stages/03-neural-lm/model/bentPlane.js";
import {
  boundOf,
  errorOf,
  evaluate,
  fitOf,
  reluFit,
  TARGETS,
  targets
} from "../../../src/stages/03-neural-lm/model/bumps.js";
import {folded, piecesOf, shallowPieces} from "../../../src/stages/03-neural-lm/model/folds.js";
import {parametersOf} from "../../../src/stages/03-neural-lm/model/networkSizes.js";
import {OUTPUT, START, tinyPass, tinyStep, TOKENS, VECTORS} from "../../../src/stages/03-neural-lm/model/tinyHidden.js";

const points: readonly Point[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1],
  [0.3, -0.9]
];

describe("layers of the plane", () => {
  it("without a bend are one affine map, and with one are none", () => {
    for (const seed of [1, 2, 3])
      for (const count of [1, 4, 12]) {
        const layers = drawnLayers(seed, count);
        const images = points.map((p) => through(layers, "none", p));
        const size = Math.max(1, ...images.flat().map(Math.abs));
        expect(farthest(product(layers), points, images)).toBeLessThan(1e-12 * size);
        expect(farthest(closest(points, images), points, images)).toBeLessThan(1e-9 * size);
        for (const bend of BENDS) {
          const bent = points.map((p) => through(layers, bend, p));
          const spread = Math.max(...bent.flat()) - Math.min(...bent.flat());
          if (count === 1) expect(farthest(closest(points, bent), points, bent)).toBeGreaterThan(1e-3 * spread);
        }
      }
  });

  it("a line has three of the four corners right, and all of what a line can", () => {
    const square = points.slice(0, 4);
    expect(bestLine(square, [false, true, true, false])).toBe(3);
    expect(bestLine(square, [false, true, true, true])).toBe(4);
  });
});

it.each(BENDS)("%s is the library’s, and its slope too", (name) => {
  const z = t.tensor([-5, -1.3, -0.2, 0.4, 1, 4.5], "float64");
  const f = (x: t.Tensor): t.Tensor => t[name](x);
  const slopes = t.grad((x: t.Tensor) => t.sum(f(x)))(z).data;
  Array.from(f(z).data).forEach((v, i) => expect(bends[name].at(z.data[i]!)).toBeCloseTo(v, 12));
  Array.from(slopes).forEach((v, i) => expect(bends[name].slope(z.data[i]!)).toBeCloseTo(v, 12));
});

describe("bumps", () => {
  it("stay within the bounds that the page proves", () => {
    for (const target of TARGETS)
      for (const n of [2, 3, 7, 16, 40])
        for (const sharpness of [0.5, 1, 3, 6])
          for (const unit of ["relu", "tanh"] as const)
            expect(errorOf(fitOf(unit, target, n, sharpness), target)).toBeLessThanOrEqual(
              boundOf(unit, target, n, sharpness) + 1e-12
            );
  });

  it("of relu meet the curve at every corner", () => {
    for (const target of TARGETS) {
      const net = reluFit(targets[target].at, 12);
      for (let k = 0; k <= 12; k++) expect(evaluate(net, k / 12)).toBeCloseTo(targets[target].at(k / 12), 12);
    }
  });

  it("are proved from slopes that the curves have", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGETS),
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (target, x, y) => {
          const {at, steepest} = targets[target];
          expect(Math.abs(at(x) - at(y))).toBeLessThanOrEqual(steepest * Math.abs(x - y) + 1e-12);
        }
      )
    );
  });
});

it("folds double the pieces, where one layer adds them", () => {
  for (const depth of [1, 2, 5, 8]) {
    expect(piecesOf((x) => folded(x, depth), 1024)).toBe(2 ** depth);
    expect(shallowPieces(2 * depth)).toBe(2 * depth + 1);
  }
});

it("a network’s size is what its parameters count", () => {
  const opened = bengio({corpus: "abc abc abd", context: 3, width: 4, hidden: [7]});
  const vocabulary = opened.tokenizer.vocabulary.tokens.length;
  const counted = t.leaves(opened.model().params).reduce((sum, [, leaf]) => sum + t.sizeOf(leaf.shape), 0);
  expect(parametersOf({vocabulary, context: 3, width: 4, hidden: 7})).toBe(counted);
});

describe("the tiny network with a hidden layer", () => {
  const tensors = {
    vectors: t.tensor(VECTORS as number[][], "float64"),
    weight: t.tensor(START.hidden.weight as number[][], "float64"),
    bias: t.tensor([0, 0], "float64"),
    output: t.tensor(OUTPUT as number[][], "float64"),
    last: t.tensor([0, 0, 0, 0, 0], "float64")
  };
  const loss = ({vectors, weight, bias, output, last}: typeof tensors): t.Tensor =>
    t.crossEntropy(
      t.linear(t.tanh(t.linear(t.slice(vectors, [1, 2]), weight, bias)), output, last),
      t.tensor([TOKENS.indexOf("n")], "int32")
    );

  it("has the loss and the gradients of the same network as tensors", () => {
    const pass = tinyPass(START, "a", "n");
    const grads = t.grad(loss)(tensors);
    expect(pass.loss).toBeCloseTo(t.item(loss(tensors)), 12);
    const close = (a: readonly (readonly number[])[], b: t.Tensor): void =>
      a.flat().forEach((v, i) => expect(v).toBeCloseTo(b.data[i]!, 12));
    close(pass.gradients.vectors, grads.vectors);
    close(pass.gradients.hidden.weight, grads.weight);
    close([pass.gradients.hidden.bias], grads.bias);
    close(pass.gradients.output.weight, grads.output);
    close([pass.gradients.output.bias], grads.last);
  });

  it("learns in a step", () => {
    const pass = tinyPass(START, "a", "n");
    expect(tinyPass(tinyStep(START, pass), "a", "n").loss).toBeLessThan(pass.loss / 2);
  });
});
