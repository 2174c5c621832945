import {element} from "../components/element.js";
import type {BenchRow, Dashboard} from "./ngramsDashboard.js";

const digits = (x: number): string =>
  x >= 1000 ? Math.round(x).toLocaleString("en") : x >= 100 ? x.toFixed(0) : x.toPrecision(3);

/** The benchmark's table, with the machine and the method that it came from. */
export function benchTable({bench}: Dashboard): HTMLElement {
  if (bench === undefined)
    return element("p", {}, "No benchmark was kept with this build: run npm run bench -- --keep, and build again.");
  const {machine, node, method, rows} = bench;
  const right = (name: "td" | "th", text: string) =>
    Object.assign(element(name, {}, text), {style: "text-align: right"});
  const row = ({workload, ours, peer, theirs, unit, ratio}: BenchRow) =>
    element(
      "tr",
      {},
      element("td", {}, workload),
      right("td", digits(ours)),
      right("td", digits(theirs)),
      element("td", {}, unit),
      element("td", {}, peer),
      right("td", `× ${ratio.toFixed(2)}`)
    );
  const head = element(
    "tr",
    {},
    element("th", {}, "Work"),
    right("th", "Ours"),
    right("th", "Theirs"),
    element("th", {}, "Unit"),
    element("th", {}, "Peer"),
    right("th", "We are better by")
  );
  const scroll = element(
    "div",
    {className: "scroll wide", tabIndex: 0},
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows.map(row)))
  );
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Benchmark results");
  return element(
    "div",
    {},
    element(
      "p",
      {},
      `${machine}, Node ${node}. ${method} A ratio above 1 means that this library does better; below 1, worse.`
    ),
    scroll
  );
}
