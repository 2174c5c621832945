import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {stopStrings} from "../../lib/decode/stopStrings.js";

/** All that is handed on of a text in pieces, and by which string it was stopped. */
function fed(stops: readonly string[], pieces: readonly string[]) {
  const {start, read, rest} = stopStrings(stops);
  let state = start;
  let text = "";
  const held: string[] = [];
  for (const piece of pieces) {
    const next = read(state, piece);
    [state, text] = [next.state, text + next.text];
    held.push(state.held);
  }
  return {text: text + rest(state), stopped: state.stopped, held};
}

const letters = fc.string({unit: fc.constantFrom("a", "b"), maxLength: 12});
const stops = fc.array(fc.string({unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4}), {maxLength: 3});

describe("stop strings", () => {
  it("end a text at the same place, however it is cut", () => {
    fc.assert(
      fc.property(stops, fc.array(letters), (list, pieces) => {
        const {text, stopped} = fed(list, pieces);
        const one = fed(list, [pieces.join("")]);
        const each = fed(list, [...pieces.join("")]);
        expect([text, stopped]).toEqual([one.text, one.stopped]);
        expect([text, stopped]).toEqual([each.text, each.stopped]);
      })
    );
  });

  it("keep all that is written before the first that is complete, and nothing after", () => {
    fc.assert(
      fc.property(stops, letters, (list, whole) => {
        const {text, stopped} = fed(list, [...whole]);
        const complete = Array.from(whole, (_, i) => whole.slice(0, i + 1)).find((s) =>
          list.some((t) => s.endsWith(t))
        );
        if (complete === undefined) return void expect([text, stopped]).toEqual([whole, undefined]);
        const longest = list.filter((t) => complete.endsWith(t)).reduce((a, b) => (b.length > a.length ? b : a));
        expect([text, stopped]).toEqual([complete.slice(0, complete.length - longest.length), longest]);
      })
    );
  });

  it("hold back only what may begin one", () => {
    const {held, text} = fed(["\n\nUser:", "###"], ["Hi", "\n", "\nUs", "e", " #", "#", "!"]);
    expect(held).toEqual(["", "\n", "\n\nUs", "\n\nUse", "#", "##", ""]);
    expect(text).toBe("Hi\n\nUse ##!");
  });

  it("never hold back what is no beginning of one", () => {
    fc.assert(
      fc.property(stops, fc.array(letters), (list, pieces) => {
        for (const held of fed(list, pieces).held)
          expect(held === "" || list.some((t) => t.startsWith(held))).toBe(true);
      })
    );
  });

  it("are states that can be read on from twice", () => {
    const {start, read, rest} = stopStrings(["END"]);
    const {state} = read(start, "an EN");
    expect([read(state, "D of it"), read(state, "Try")]).toEqual([
      {state: {held: "", stopped: "END"}, text: ""},
      {state: {held: "", stopped: undefined}, text: "ENTry"}
    ]);
    expect(rest(state)).toBe("EN");
    expect(read({held: "", stopped: "END"}, "more")).toEqual({state: {held: "", stopped: "END"}, text: ""});
  });

  it("are not empty", () => {
    expect(() => stopStrings(["a", ""])).toThrow(ConfigError);
    expect(() => stopStrings([undefined as unknown as string])).toThrow("stopStrings[0]");
  });
});
