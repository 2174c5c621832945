import {FileAttachment} from "observablehq:stdlib";
import {element} from "../../../components/element.js";
import {choice, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {PresetRow, PresetTable} from "../model/presetRows.js";

type With = "before" | "first";

interface Value {
  readonly compared: With;
  readonly same: boolean;
}

const NAMES: Readonly<Record<With, string>> = {before: "the one before", first: "the first"};

/** Whether a cell differs from what it is compared with. */
const differs = ({cells}: PresetRow, i: number, compared: With): boolean =>
  i > 0 && cells[i] !== cells[compared === "before" ? i - 1 : 0];

/** What five descriptions say, side by side. */
export function presetTable(name = "preset-table") {
  const shown = ({same}: Value, rows: readonly PresetRow[]): readonly PresetRow[] =>
    rows.filter(({cells}) => same || cells.some((cell) => cell !== cells[0]));
  return figure<Value, PresetTable>({
    name,
    title: "Five descriptions",
    caption:
      "Five presets of the library, given the same sizes: 32 layers of width 4,096, 32 heads, a vocabulary of 32,000, a context of 8,192. Mistral and Mixtral have 8 heads of keys, as published. Bold is what differs from the form that is compared with. The last rows are computed by estimate, of 16-bit numbers.",
    controls: {
      compared: choice<With>(["before", "first"], {label: "Bold is new beside", format: (value) => NAMES[value]}),
      same: toggle({label: "Show what is the same, too"})
    },
    wide: true,
    compute: async () => (await FileAttachment("../model/presetRows.json").json<{readonly value: PresetTable}>()).value,
    draw: (value, {result: {models, rows}}) =>
      element(
        "div",
        {className: "preset-table scroll", tabIndex: 0, role: "region", ariaLabel: "Five descriptions"},
        element(
          "table",
          {},
          element(
            "thead",
            {},
            element("tr", {}, ...["", ...models].map((text) => element("th", {scope: "col"}, text)))
          ),
          element(
            "tbody",
            {},
            ...shown(value, rows).map((row) =>
              element(
                "tr",
                {className: row.costs ? "costs" : ""},
                element("th", {scope: "row"}, row.name),
                ...row.cells.map((cell, i) =>
                  element("td", {}, differs(row, i, value.compared) ? element("strong", {}, cell) : cell)
                )
              )
            )
          )
        )
      ),
    describe: ({compared}, {models, rows}) =>
      models
        .slice(1)
        .map((model, i) => {
          const changed = rows.filter((row) => !row.costs && differs(row, i + 1, compared));
          return `${model} differs from ${compared === "before" ? models[i]! : models[0]!} in ${changed
            .map(({name: field, cells}) => `${field}: ${cells[i + 1]!}`)
            .join(", ")}`;
        })
        .join(". "),
    code: () => `import {estimate, gpt2, llama, mistral, mixtral, original, transformer} from "llm-first-principles/transformer";

const sizes = {vocabSize: 32000, layers: 32, width: 4096, heads: 32, context: 8192};
const forms = [original(sizes), gpt2(sizes), llama(sizes), mistral({...sizes, kvHeads: 8}), mixtral({...sizes, kvHeads: 8})];
for (const form of forms) {
  console.log(transformer(form).config); // with nothing left open
  console.log(estimate(form));
}`,
    rows: (_, {models, rows}) =>
      rows.map(({name: field, cells}) => ({
        field,
        ...Object.fromEntries(models.map((model, i) => [model, cells[i]]))
      }))
  });
}
