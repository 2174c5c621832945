import {describe, expect, it} from "vitest";
import * as t from "../../../lib/tensor.js";
import {rowsOf, tinyLoss, tinyParams, tinyStep} from "../../../src/stages/03-neural-lm/model/tiny.js";
import {
  probabilitiesAfter,
  pulled,
  TABLE,
  TOKENS,
  vectorGradient
} from "../../../src/stages/03-neural-lm/model/tinyNumbers.js";

const close = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 12));
};

describe("the tiny example, by hand", () => {
  const {vector, logits, probabilities, loss, slopes, gradients, next} = tinyStep();
  const total = 2 + 2 * Math.E + 1 / Math.E;
  const p = [1, Math.E, 1 / Math.E, 1, Math.E].map((e) => e / total);
  const g = p.map((x, i) => x - (TOKENS[i] === "n" ? 1 : 0));

  it("looks up a row, and multiplies it by the output weights", () => {
    expect(vector).toEqual([1, 0]);
    expect(logits).toEqual([0, 1, -1, 0, 1]);
  });

  it("has the softmax of the logits, and the surprisal of what came", () => {
    close(probabilities, p);
    expect(loss).toBeCloseTo(Math.log(total) - 1, 12);
  });

  it("has p − y for the gradient of the logits", () => close(slopes, g));

  it("gives a gradient to the row that was looked up, and to no other", () => {
    const rows = rowsOf(gradients.table);
    close(rows[1]!, [g[1]! - g[2]! + g[4]!, g[0]! - g[3]! + g[4]!]);
    for (const i of [0, 2, 3, 4]) expect(rows[i]).toEqual([0, 0]);
  });

  it("gives the output weights the vector times p − y, and the biases p − y", () => {
    const rows = rowsOf(gradients.weight);
    close(rows[0]!, g);
    expect(rows[1]).toEqual([0, 0, 0, 0, 0]);
    close(Array.from(gradients.bias.data), g);
  });

  it("has a smaller loss after the step", () => {
    const after = t.item(tinyLoss(next, {before: "a", next: "n"}));
    expect(after).toBeLessThan(loss);
    close(rowsOf(next.table)[1]!, [1 - 0.5 * (g[1]! - g[2]! + g[4]!), -0.5 * (g[0]! - g[3]! + g[4]!)]);
  });
});

it("a lookup is a product with a one-hot row, and so are its gradients", () => {
  const ids = t.tensor([1, 4, 1], "int32");
  const byRow = (table: t.Tensor): t.Tensor => t.sum(t.square(t.embedding(table, ids)));
  const byProduct = (table: t.Tensor): t.Tensor => t.sum(t.square(t.matmul(t.oneHot(ids, 5, "float64"), table)));
  expect(t.item(byRow(tinyParams.table))).toBe(t.item(byProduct(tinyParams.table)));
  expect(rowsOf(t.grad(byRow)(tinyParams.table))).toEqual(rowsOf(t.grad(byProduct)(tinyParams.table)));
});

describe("the tiny example without tensors", () => {
  it("has the same probabilities and the same gradient of the vector", () => {
    TOKENS.forEach((before, row) =>
      TOKENS.forEach((next, column) => {
        const {probabilities, gradients} = tinyStep(tinyParams, {before, next});
        close(probabilitiesAfter(TABLE[row]!), probabilities);
        const came = TOKENS.map((_, j) => (j === column ? 1 : 0));
        close(vectorGradient(TABLE[row]!, came), rowsOf(gradients.table)[row]!);
      })
    );
  });

  it("takes vectors to one place, wherever they begin, if the same tokens follow", () => {
    const q = [0.05, 0.05, 0.4, 0.05, 0.45];
    const [a, e, n] = [1, 3, 4].map((row) => pulled(TABLE[row]!, q, 2000).at(-1)!);
    close(a!, e!);
    close(n!, e!);
    const other = pulled(TABLE[1]!, [0.05, 0.4, 0.05, 0.05, 0.45], 2000).at(-1)!;
    expect(Math.abs(other[0]! - a![0]!)).toBeGreaterThan(0.5);
  });
});
