import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readQuery, writeQuery} from "../../src/components/figure/address.js";

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const text = fc.string({unit: "grapheme", maxLength: 50});
const texts = fc.uniqueArray(fc.tuple(name, text), {selector: ([key]) => key, maxLength: 6}).map((all) => new Map(all));
const none = () => undefined;

describe("the state of figures in the address", () => {
  it("comes back as it was written, whatever the texts are", () => {
    fc.assert(
      fc.property(texts, (written) => {
        const defaults = new Map([...written.keys()].map((key) => [key, "the default"]));
        const query = writeQuery("", "figure", written, defaults);
        const read = readQuery(query, "figure", defaults, none);
        const wellFormed = new Map(
          [...written].map(([key, value]) => [key, value.replace(/\p{Surrogate}/gu, "\uFFFD")])
        );
        expect(read).toEqual({texts: wellFormed, complaints: []});
      })
    );
  });

  it("leaves out defaults, and keeps what others wrote", () => {
    const defaults = new Map([
      ["T", "1"],
      ["cut", "all"]
    ]);
    const query = writeQuery(
      "q=x&other.T=3&figure.cut=top-k",
      "figure",
      new Map([
        ["T", "0.5"],
        ["cut", "all"]
      ]),
      defaults
    );
    expect(query).toBe("q=x&other.T=3&figure.T=0.5");
  });

  it("keeps the default of a control whose text is refused, and says why", () => {
    const read = readQuery("?figure.T=0x10", "figure", new Map([["T", "1"]]), () => "it is not a number");
    expect(read.texts.get("T")).toBe("1");
    expect(read.complaints).toEqual(["The address has T = “0x10”, but it is not a number. The default stands."]);
  });

  it.each([
    ["a control that is not there", "figure.__proto__=1", /no such control/],
    ["a text that is there twice", "figure.T=1&figure.T=2", /twice/],
    ["a text of 100 kB", `figure.T=${"9".repeat(100_000)}`, /longer than 2000/],
    ["broken escapes", "figure.%E0%A4%A=1", /no such control/]
  ])("says that it can't follow %s", (_, query, why) => {
    const {texts: found, complaints} = readQuery(query, "figure", new Map([["T", "1"]]), none);
    expect([...found]).toEqual([["T", "1"]]);
    expect(complaints.join()).toMatch(why);
    expect(complaints.join().length).toBeLessThan(300);
  });

  it("does not take another figure's state for its own", () => {
    expect(readQuery("figure-two.T=2&figure.two.T=3", "figure", new Map([["T", "1"]]), none).complaints).toEqual([]);
  });
});
