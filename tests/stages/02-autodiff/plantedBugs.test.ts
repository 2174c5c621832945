import {expect, it} from "vitest";
import {bugs, errorOf} from "../../../src/stages/02-autodiff/model/plantedBugs.js";

const formula = "tanh(x * y - x) * x";

it.each(bugs.map((bug, i) => [bug.name, bug, i] as const))("one formula finds: %s", (_, bug, i) => {
  const error = errorOf(bug, formula, [0.7, -1.2]);
  if (i === 0) expect(error).toBeLessThan(1e-9);
  else expect(error).toBeGreaterThan(1e-2);
});

it("where x = y no product finds exchanged slopes", () => {
  const exchanged = bugs.find(({name}) => name.startsWith("Exchanges"));
  expect(errorOf(exchanged!, "x * y", [0.7, 0.7])).toBeLessThan(1e-9);
  expect(errorOf(exchanged!, "x * y", [0.7, 0.6])).toBeGreaterThan(1e-2);
});
