import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {matmul, tensor, toNested} from "../../../lib/tensor.js";
import {apply, dot, lengthOf, multiply, transpose} from "../../../src/stages/00-prelude/model/linear.js";

const whole = fc.integer({min: -9, max: 9});
const list = (n: number) => fc.array(whole, {minLength: n, maxLength: n});
const matrix = (rows: number, columns: number) => fc.array(list(columns), {minLength: rows, maxLength: rows});

describe("lists of numbers and lists of rows", () => {
  it("a product of matrices does what the two do one after the other", () => {
    fc.assert(
      fc.property(matrix(2, 3), matrix(3, 4), list(4), (a, b, x) => {
        expect(apply(multiply(a, b), x).map((v) => v + 0)).toEqual(apply(a, apply(b, x)).map((v) => v + 0));
      })
    );
  });

  it("has the numbers of the library’s product", () => {
    const [a, b] = [
      [
        [1, 2, 0],
        [0, -1, 3]
      ],
      [
        [2, 1],
        [1, 0],
        [0, 4]
      ]
    ];
    expect(multiply(a, b)).toEqual(toNested(matmul(tensor(a), tensor(b))));
  });

  it("the transpose of a transpose is the matrix, and a length is what Pythagoras says", () => {
    fc.assert(
      fc.property(matrix(2, 3), (a) => {
        expect(transpose(transpose(a))).toEqual(a);
      })
    );
    expect(lengthOf([3, 4])).toBe(5);
    expect(dot([1, 2, 3], [2, 0, -1])).toBe(-1);
  });
});
