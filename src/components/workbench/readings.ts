import {element} from "../element.js";
import {writeNumber} from "../number.js";
import type {BenchMetrics} from "./benchMetrics.js";
import {meaningOf, type Curve} from "./curves.js";
import {loggedAt} from "./loggedAt.js";

interface ReadingsSpec<M> {
  readonly curves: readonly Curve[];
  readonly step: number;
  readonly measures: readonly {readonly label: string; readonly of: (metrics: M) => number}[];
}

/** What was measured at the step that is looked at: a row for each run. */
export function readings<M extends BenchMetrics>({curves, step, measures}: ReadingsSpec<M>): HTMLTableElement {
  const columns = [
    {label: "Batch loss", of: ({batchLoss}: M) => batchLoss},
    {label: "Held out", of: ({validationLoss}: M) => validationLoss},
    ...measures,
    {label: "Gradient", of: ({gradientNorm}: M) => gradientNorm},
    {label: "Rate", of: ({learningRate}: M) => learningRate}
  ];
  const head = ["Run", "Step", ...columns.map(({label}) => label)].map((text) => element("th", {scope: "col"}, text));
  const rows = curves.map(({title, log, from}, i) => {
    const found = step < from ? undefined : loggedAt(log, step);
    const name = element("th", {scope: "row"}, from === 0 ? title : `${title} from ${from}`);
    name.style.color = `var(--${meaningOf(i)})`;
    const cells =
      found === undefined ? columns.map(() => "") : columns.map(({of}) => writeNumber(of(found.metrics as M), 4)); // each curve is of one stage
    return element(
      "tr",
      {},
      name,
      ...[found === undefined ? "" : String(found.step), ...cells].map((text) => element("td", {}, text))
    );
  });
  return element(
    "table",
    {className: "bench-readings"},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows)
  );
}
