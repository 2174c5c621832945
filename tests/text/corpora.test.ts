import {describe, expect, it} from "vitest";
import {characterTokenizer} from "../../lib/text/characters.js";
import {splitDocuments} from "../../lib/text/documents.js";
import {checkText} from "../../lib/text/readText.js";
import {corpora, corpus, excerpt, stateOfTheUnion} from "../../tools/corpora.js";

describe.each(corpora)("the corpus %s", (id) => {
  const shipped = excerpt(id);

  it("is a text that every model can read, of the size that it states", () => {
    expect(checkText(shipped.text)).toBe(shipped.text);
    expect(shipped.bytes).toBe(new TextEncoder().encode(shipped.text).length);
    expect(shipped.characters).toBe(characterTokenizer(shipped.text).encode(shipped.text).length);
    expect(shipped.bytes).toBeLessThan(1.3e6);
  });

  it("states its source, version and license", () => {
    expect(shipped.license).toMatch(/PDDL 1\.0.*CC0 1\.0/);
    for (const {package: name, version} of shipped.source) {
      expect(name).toMatch(/^@stdlib\/datasets-/);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it("has its documents where it says, in order", () => {
    let last = 0;
    for (const {start, end} of shipped.documents) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(shipped.text.slice(start, end)).toBe(shipped.text.slice(start, end).trim());
      expect(shipped.text.slice(last, start).trim()).toBe("");
      last = end;
    }
  });
});

it("Moby Dick runs from the etymology to the rescue, 135 chapters between", () => {
  const {text, documents} = corpus("moby-dick");
  expect(text.match(/^CHAPTER \d+\. /gm)).toHaveLength(135);
  expect(text).toContain("CHAPTER 1. Loomings.\n\nCall me Ishmael.");
  expect(documents.at(-1)!.title).toBe("Epilogue");
  expect(text.endsWith("only found another orphan.\n")).toBe(true);
});

it("addresses are chosen by president and by year", () => {
  const all = corpus("sotu");
  expect(all.documents.length).toBeGreaterThan(230);
  expect(all.bytes).toBeGreaterThan(10.7e6);
  const lincoln = stateOfTheUnion({presidents: ["Abraham Lincoln"]});
  expect(lincoln.documents.map(({year}) => year)).toEqual([1861, 1862, 1863, 1864]);
  expect(stateOfTheUnion({presidents: ["Abraham Lincoln"], years: [1862, 1863]}).documents).toHaveLength(2);
  expect(() => stateOfTheUnion({presidents: ["Ahab"]})).toThrow(/stateOfTheUnion\.presidents[^]*"Ahab"/);
  expect(() => stateOfTheUnion({years: [1066]})).toThrow("stateOfTheUnion.years");
  expect(() => stateOfTheUnion({presidents: ["Abraham Lincoln"], years: [2009]})).toThrow("fits both");
});

it("each name is there once, with its label", () => {
  const {text, labels} = excerpt("names");
  const names = splitDocuments(text);
  expect(new Set(names).size).toBe(names.length);
  expect(labels!.lines).toHaveLength(names.length);
  const label = (name: string) => labels!.lines[names.indexOf(name)];
  expect([label("Aaren"), label("Zolly"), label("Leslie")]).toEqual(["f", "m", "b"]);
});

it("an id that is none is refused with the list of those that are", () => {
  for (const id of ["../x", "__proto__", "javascript:0", ""]) expect(() => corpus(id)).toThrow(/moby-dick[^]*names/);
});
