import {describe, expect, it} from "vitest";
import {followers, twice} from "../../../src/components/notebook/frame/names.js";

const cell = (inputs: readonly string[], outputs: readonly string[]) => ({
  compiled: {body: "", autodisplay: false, inputs, outputs}
});

describe("what follows from names", () => {
  const [a, b, c, other, still] = [
    cell([], ["a"]),
    cell(["a"], ["b"]),
    cell(["b"], []),
    cell([], ["x"]),
    {compiled: undefined}
  ] as const;
  it("is what needs them, and what needs that, in the order of the cells", () => {
    expect(followers([c, still, b, a, other], ["a"])).toEqual([c, b]);
    expect(followers([a, b, c, other], [])).toEqual([]);
  });
  it("ends where cells need each other", () => {
    const [one, two] = [cell(["y"], ["x"]), cell(["x"], ["y"])];
    expect(followers([one, two], ["x"])).toEqual([one, two]);
  });
  it("is ambiguous where two cells give the same name, and then both are told", () => {
    const again = cell([], ["a", "z"]);
    expect(twice(a, [a, b, again])).toContain("Another cell defines a");
    expect(twice(again, [a, b, again])).toContain("Another cell defines a");
    expect([b, c, still].map((one) => twice(one, [a, b, c, still, again]))).toEqual(["", "", ""]);
  });
});
