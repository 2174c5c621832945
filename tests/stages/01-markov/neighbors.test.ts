import {describe, expect, it} from "vitest";
import {halvesApart, neighborsOf} from "../../../src/stages/01-markov/model/neighbors.js";
import {excerpt} from "../../../tools/corpora.js";

describe("words that go on alike", () => {
  it("are those with the same next words, none farther than a bit", () => {
    const text = "the whale swims , the whale dives , a whale swims , a whale dives , one fish sleeps . ".repeat(3);
    const near = neighborsOf(text, "the", 1);
    expect(near.get("a")).toBe(0);
    expect(near.get("one")).toBe(1);
    expect(near.has("the")).toBe(false);
    expect(neighborsOf(text, "boat", 1).size).toBe(0);
  });

  it("are strangers to themselves in a short text, and less than half as much in one five times or more as long", () => {
    const [opening, novel] = [
      halvesApart(excerpt("opening").text, "the"),
      halvesApart(excerpt("moby-dick").text, "the")
    ];
    expect(novel).toBeLessThan(opening / 2);
    expect(halvesApart("the sea and the sea ".repeat(4), "the")).toBe(0);
  });
});
