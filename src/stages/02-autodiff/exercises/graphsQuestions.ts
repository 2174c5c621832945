import type {Question} from "../../../components/exercise/question.js";
import {add, graphOf, mul, sub, variable, type Expression} from "/lib/scalar.js";
import {log10} from "/lib/index.js";
import {backwardOrders, mayCome, type Uses} from "../model/backwardOrders.js";
import {keptValues} from "../model/keptValues.js";
import {pathsIn} from "../model/pathsIn.js";
import {slopeOf} from "../model/slopeOf.js";

const FIVE: Uses = {v1: [], v2: [], v3: ["v1", "v2"], v4: ["v1"], v5: ["v3", "v4"]};
const may = (order: string) => (): boolean => mayCome(order.split(", "), FIVE);

/** What the page “Computational graphs” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "graphs-by-hand",
    prompt: "out = (x + y) · (x − y) with x = 3 and y = 2. What is the gradient of x?",
    answer: () => slopeOf((x) => mul(add(x, 2), sub(x, 2)), 3),
    hint: "There are two paths from x: through the sum and through the difference. Each carries the value of the other factor.",
    hints: [
      {
        value: 3 - 2,
        why: "That is the way through the sum alone, where x − y = 1 stands on the edge. There is another way."
      },
      {value: 3 + 2, why: "That is the way through the difference alone. There is another way."},
      {
        value: 3 + 2 - (3 - 2),
        why: "That is 5 − 1: both local derivatives with respect to x are +1. The −1 belongs to y."
      }
    ],
    why: "Through the sum 1 · (x − y) = 1, through the difference 1 · (x + y) = 5, together 6.",
    solution:
      "The output hands x − y = 1 to the sum and x + y = 5 to the difference. Both hand it on to x with slope 1: 1 + 5 = 6. It is 2x, as it must be, for the product is x² − y²."
  },
  {
    kind: "choose",
    name: "graphs-orders",
    prompt:
      "v1 and v2 are leaves, v3 = v1 · v2, v4 = sin(v1), v5 = v3 + v4. In which order may the backward pass take the nodes?",
    options: [
      {
        text: "v5, v3, v4, v2, v1",
        right: true,
        holds: may("v5, v3, v4, v2, v1"),
        why: "Each node comes after all that use it. v3 and v4 do not use each other, so either may come first."
      },
      {
        text: "v5, v3, v1, v4, v2",
        holds: may("v5, v3, v1, v4, v2"),
        why: "v1 would hand on before v4 has told it its share."
      },
      {
        text: "v1, v2, v3, v4, v5",
        holds: may("v1, v2, v3, v4, v5"),
        why: "That is the forward pass. Backward, each node waits for its users."
      },
      {
        text: "Only v5, v4, v3, v2, v1",
        holds: () => backwardOrders(FIVE) === 1,
        why: "That is one right order, the reverse of births. Others are right, too: v3 and v4 may be swapped."
      }
    ],
    solution:
      "Backward, a node may have its turn when all that use it have had theirs. v1 is used by v3 and v4, so it must come after both."
  },
  {
    kind: "compute",
    name: "graphs-kept",
    prompt:
      "a = x + y, b = a · z, c = tanh(b), d = c + x, and f = d · d. The way back needs some of the values x, y, z, a, b, c and d (not f). How many at least, if the slope of tanh is taken from its value?",
    answer: () =>
      keptValues([
        ["a", "add", "x", "y"],
        ["b", "mul", "a", "z"],
        ["c", "tanh", "b"],
        ["d", "add", "c", "x"],
        ["f", "mul", "d", "d"]
      ]).size,
    tolerance: 0.01,
    hint: "Write the local derivative on each edge, and note which values stand in it. Sums have none.",
    hints: [
      {value: 7, tolerance: 0.01, why: "That is all of them. The edges of a sum carry 1, whatever its operands are."},
      {
        value: 5,
        tolerance: 0.01,
        why: "Is b among yours? The slope of tanh is 1 − c², so c serves and b does not. Or x? It goes into sums only."
      },
      {
        value: 3,
        tolerance: 0.01,
        why: "A product needs both factors: a and z. Then tanh needs c, and the square needs d."
      }
    ],
    why: "4 values: a and z for the product, c for tanh, d for the square.",
    solution:
      "Sums hand their gradient on: nothing is needed for a and d, so x and y need not be kept. The product needs a and z. tanh needs its value c, the square its operand d. So of seven values four are kept, and b can be forgotten as soon as c has been computed. Libraries go through this thought once for each operation; in layers of a transformer it is gigabytes."
  },
  {
    kind: "predict",
    name: "graphs-paths-predict",
    prompt:
      "y ← y · y + y is repeated 20 times, beginning with x. How many paths lead from x to the result? Guess the power of ten.",
    range: [0, 20],
    step: 0.5,
    start: 2,
    within: 1.5,
    truth: () => {
      let y: Expression = variable(0.1);
      for (let i = 0; i < 20; i++) y = add(mul(y, y), y);
      return log10(pathsIn(graphOf(y)));
    },
    why: "Each repetition uses y three times, so the paths are 3²⁰, about 3.5 billion. The pass back takes 80 edges.",
    solution:
      "From one y to the next lead three paths: two through the product, one straight to the sum. After 20 repetitions there are 3²⁰ = 3,486,784,401, which is 10 to the power 9.54. The graph has 40 operations with two edges each, and the pass back goes once along each of these 80."
  },
  {
    kind: "compute",
    name: "graphs-orders-count",
    prompt:
      "v1 is a leaf; v2 = sin(v1), v3 = cos(v1), v4 = exp(v2), v5 = v3 + v4. In how many different orders may the backward pass take the five nodes?",
    answer: () => backwardOrders({v1: [], v2: ["v1"], v3: ["v1"], v4: ["v2"], v5: ["v3", "v4"]}),
    tolerance: 0.01,
    hint: "v5 must be first and v1 last. Of the other three, v4 must come before v2.",
    hints: [
      {value: 1, tolerance: 0.01, why: "That is the order of births, reversed. v3 does not care when it has its turn."},
      {value: 3 * 2 * 1, tolerance: 0.01, why: "Those are all orders of v2, v3 and v4. But v2 has to wait for v4."},
      {value: 2, tolerance: 0.01, why: "v3 can stand in three places: before, between and after v4 and v2."}
    ],
    why: "3 orders: v5, then v4 before v2 with v3 in any of three places, then v1.",
    solution:
      "A node may have its turn when all that use it have had theirs. v5 uses v3 and v4; v4 uses v2; v2 and v3 use v1. So v5 is first and v1 last, and v4 comes before v2. v3 goes before both, between them, or after: three orders, and all give the same gradients."
  }
];
