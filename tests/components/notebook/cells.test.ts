import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checkedCells, freeId, MODES, type Cell} from "../../../src/components/notebook/cell.js";
import {begin, edit, redo, undo} from "../../../src/components/notebook/edits.js";
import {allowedLink} from "../../../src/components/notebook/link.js";
import {notebookIn} from "../../../src/components/notebook/notebookIn.js";
import {packCells, unpackCells} from "../../../src/components/notebook/packed.js";

const cell = (id: number, value: string): Cell => ({id, mode: "js", value, pinned: true});
const cellsOf = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({min: 1, max: 1000}),
      mode: fc.constantFrom(...MODES),
      value: fc.string({unit: "grapheme"}),
      pinned: fc.boolean()
    }),
    {selector: ({id}) => id, maxLength: 20}
  )
  .map((cells): readonly Cell[] => cells);

describe("cells from outside", () => {
  it.each([
    ["no list", {}],
    ["a cell that is null", [null]],
    ["an id twice", [cell(1, ""), cell(1, "")]],
    ["an id that is a text", [{...cell(1, ""), id: "1"}]],
    ["an id below 1", [cell(0, "")]],
    ["another language", [{...cell(1, ""), mode: "sql"}]],
    ["code that is no text", [{...cell(1, ""), value: 1}]],
    ["far too much code", [cell(1, "x".repeat(200_001))]],
    ["far too many cells", Array.from({length: 401}, (_, i) => cell(i + 1, ""))]
  ])("are refused if there is %s", (_, cells) => {
    expect(checkedCells(cells)).toBeUndefined();
  });

  it("have the fields of a cell and no others", () => {
    expect(checkedCells([{...cell(3, "a"), pinned: "yes", other: 1}])).toEqual([{...cell(3, "a"), pinned: false}]);
  });
});

describe("an address", () => {
  it("brings back the notebook that was put into it", async () => {
    await fc.assert(
      fc.asyncProperty(cellsOf, async (cells) => {
        const packed = await packCells(cells);
        expect(notebookIn(`#notebook=${packed}`)).toEqual({packed});
        expect(await unpackCells(packed)).toEqual(cells);
      }),
      {numRuns: 50}
    );
  });

  it("has no notebook where it is broken, cut off, or something else", async () => {
    const packed = await packCells([cell(1, "a".repeat(100))]);
    expect(await unpackCells(packed.slice(0, -3))).toBeUndefined();
    expect(await unpackCells("AAAA")).toBeUndefined();
    for (const hash of ["", "#data", "#notebook-2", "#notebook=a b"]) expect(notebookIn(hash)).toBeUndefined();
    expect(notebookIn("#notebook")).toEqual({packed: undefined});
  });
});

describe("edits", () => {
  const [a, b, c] = ["a", "b", "c"].map((value) => [cell(1, value)]) as [Cell[], Cell[], Cell[]];

  it("are undone and done again, one by one", () => {
    const all = edit(edit(begin(a), b, 0), c, 5000);
    const back = undo(all)!;
    expect(back.now).toEqual(b);
    expect(undo(back)!.now).toEqual(a);
    expect(undo(undo(back)!)).toBeUndefined();
    expect(redo(back)!.now).toEqual(c);
    expect(redo(all)).toBeUndefined();
  });

  it("that are letters typed in a row are one, and a cell more is one of its own", () => {
    const typed = edit(edit(begin(a), b, 0), c, 500);
    expect(undo(typed)!.now).toEqual(a);
    const added = edit(typed, [...c, cell(2, "")], 600);
    expect(undo(added)!.now).toEqual(c);
  });

  it("that change nothing are none, and a new one forgets what was undone", () => {
    expect(edit(begin(a), [cell(1, "a")], 0).past).toEqual([]);
    const other = edit(undo(edit(begin(a), b, 0))!, c, 9000);
    expect(redo(other)).toBeUndefined();
  });

  it("give new cells ids that none has", () => {
    expect(freeId([cell(4, ""), cell(2, "")])).toBe(5);
    expect(freeId([])).toBe(1);
  });
});

describe("a link in a notebook", () => {
  const root = "https://example.org/book/";
  const known = new Set(["https://arxiv.org/abs/1", "javascript:1"]);

  it("leads to pages of the book, and where the page itself leads", () => {
    expect(allowedLink("/glossary#token", root, known)).toEqual({href: `${root}glossary#token`, here: true});
    expect(allowedLink("https://arxiv.org/abs/1", root, known)).toEqual({href: "https://arxiv.org/abs/1", here: false});
  });

  it.each([
    "https://example.com/",
    "//example.com",
    "/../other",
    "/\\example.com",
    "javascript:1",
    "data:text/plain,1"
  ])("does not lead to %s", (href) => {
    expect(allowedLink(href, root, known)).toBeUndefined();
  });
});
