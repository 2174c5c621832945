import {element} from "../components/element.js";

/** What `npm run engines` keeps. */
interface Engines {
  readonly node: string;
  readonly results: readonly EngineResult[];
}

/** What was tried in one engine. */
export interface EngineResult {
  readonly version: string;
  readonly hashes: number;
  readonly equalOnPage: number;
  readonly equalInWorker: number;
  readonly pages: number;
  readonly faults: readonly string[];
}

/** Each engine with what is equal in it. */
export function engineTable({node, results}: Engines): HTMLElement {
  const head = ["Engine", `Equal to Node ${node}, on the page`, "In a worker", "Pages tried", "Faults"];
  const cells = results.map(({version, hashes, equalOnPage, equalInWorker, pages, faults}) => [
    version,
    `${equalOnPage} of ${hashes}`,
    `${equalInWorker} of ${hashes}`,
    String(pages),
    String(faults.length)
  ]);
  const row = (name: "th" | "td", texts: readonly string[]) =>
    element("tr", {}, ...texts.map((text) => element(name, {}, text)));
  const table = element(
    "table",
    {},
    element("thead", {}, row("th", head)),
    element("tbody", {}, ...cells.map((texts) => row("td", texts)))
  );
  const scroll = element("div", {className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Engines"}, table);
  return scroll;
}
