import {expect, it} from "vitest";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {constant, variable} from "../../../lib/autodiff/scalar/expression.js";
import {graphOf} from "../../../lib/autodiff/scalar/graphOf.js";
import {add, mul} from "../../../lib/autodiff/scalar/operations.js";
import {toDot} from "../../../lib/autodiff/scalar/toDot.js";

const x = variable(3, "x");
const y = add(mul(x, x), constant(1));

it("writes a node once and both of its edges, with local derivatives", () => {
  expect(toDot(graphOf(y))).toBe(
    [
      "digraph {",
      "  rankdir=LR;",
      '  n0 [label="x\\n3", shape=box];',
      '  n1 [label="mul\\n9"];',
      '  n0 -> n1 [label="3"];',
      '  n0 -> n1 [label="3"];',
      '  n2 [label="1", shape=box];',
      '  n3 [label="add\\n10"];',
      '  n1 -> n3 [label="1"];',
      '  n2 -> n3 [label="1"];',
      "}"
    ].join("\n")
  );
});

it("writes gradients where they are given", () => {
  expect(toDot(graphOf(y), backward(y))).toContain('n0 [label="x\\n3\\ngrad 6", shape=box]');
});

it("lets no label leave its quotes", () => {
  expect(toDot(graphOf(variable(0, 'a"]; b\\\nc')))).toContain('n0 [label="a\\"]; b\\\\\\nc\\n0", shape=box];');
});
