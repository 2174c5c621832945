import {heat} from "../../../components/chart/heatmap.js";
import {element} from "../../../components/element.js";
import {action, choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Cell, Way} from "../model/packedNames.js";

interface Value {
  readonly way: Way;
  readonly rows: number;
  readonly step: number;
}

type Rows = readonly (readonly Cell[])[];

/** Places of a packed row, as the model of the figure has it. */
const ROW = 14;
const COLORS = ["attention", "value", "key"] as const;

const predicts = ({document}: Cell): boolean => document >= 0;

const shareOf = (rows: Rows): number => {
  const all = rows.flat();
  return all.filter(predicts).length / all.length;
};

/** Documents of several lengths in the rows of a batch. */
export function packing(name = "packing") {
  return figure<Value, Rows>({
    name,
    title: "Documents side by side",
    caption: `Names of Moby Dick, each a document behind a sign for its begin; that for its end is only said, never read. Padded, each has a row of its own, as long as the longest of the batch needs; packed, they follow each other in rows of ${ROW}, and one that does not fit goes on in the next row. A color is a document: no place says what follows in another, and with a mask none looks there. Hatched places are paid for, and teach nothing.`,
    controls: {
      way: choice<Way>(["padded", "packed"], {label: "Rows are"}),
      rows: slider([2, 8], {label: "Rows of a batch", value: 5}),
      step: action({label: "Next batch"})
    },
    compute: async ({way, rows, step}) => (await import("../model/packedNames.js")).rowsOf(way, rows, ROW, step),
    draw: (_, {result: rows}) => {
      return element(
        "div",
        {},
        element(
          "table",
          {className: "packing"},
          element(
            "tbody",
            {},
            ...rows.map((row) =>
              element(
                "tr",
                {},
                ...row.map(({sign, document}) => {
                  const cell = element("td", {className: document < 0 ? "pad" : ""}, sign);
                  if (document >= 0) cell.style.background = heat(COLORS[document % COLORS.length]!, 0.3);
                  return cell;
                })
              )
            )
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          `${rows.flat().length} places, of which ${rows.flat().filter(predicts).length} predict something: ${(100 * shareOf(rows)).toFixed(0)}%`
        )
      );
    },
    describe: ({way}, rows) => {
      return `A batch of ${rows.length} rows, ${way}: ${rows.map((row) => row.map(({sign}) => (sign === "" ? "·" : sign)).join("")).join(" | ")}. ${(100 * shareOf(rows)).toFixed(0)} percent of the places predict something.`;
    },
    code: ({way, rows, step}) => `import {key} from "llm-first-principles";
import {packedBatch, paddedBatch} from "llm-first-principles/tensor";

const names = ["Ishmael", "Queequeg", "Starbuck", "Stubb", "Flask", "Ahab", "Pip"];
const documents = names.map((name) => [0, ...[...name].map((sign) => sign.charCodeAt(0)), 1]);
const batches = ${way === "packed" ? `packedBatch(documents, {batch: ${rows}, seqLen: ${ROW}, key: key(1), pad: 1})` : `paddedBatch(documents, {batch: ${rows}, key: key(1), pad: 1})`};
console.log(batches(${step}));`,
    rows: (_, rows) =>
      rows.flatMap((row, r) => row.map(({sign, says, document}, place) => ({row: r, place, sign, says, document})))
  });
}
