import {describe, expect, it} from "vitest";
import {writeCsv} from "../../src/components/figure/csv.js";

describe("rows as CSV", () => {
  it("puts an apostrophe before text that a spreadsheet would run, and leaves numbers alone", () => {
    const cells = ["=SUM(A1)", "+1", "-1", "@x", "\tx", "a=b", "'"].map((token) => ({token, p: -0.5}));
    const lines = writeCsv(cells).split("\r\n").slice(1, -1);
    expect(lines).toEqual(["'=SUM(A1),-0.5", "'+1,-0.5", "'-1,-0.5", "'@x,-0.5", "'\tx,-0.5", "a=b,-0.5", "',-0.5"]);
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(writeCsv([{a: 'x"y', b: "1,2", c: "p\nq", d: null}])).toBe('a,b,c,d\r\n"x""y","1,2","p\nq",\r\n');
  });

  it("has a column for every key of any row", () => {
    expect(writeCsv([{a: 1}, {b: 2}])).toBe("a,b\r\n1,\r\n,2\r\n");
  });
});
