import {FileAttachment} from "observablehq:stdlib";
import type {RemoteOf} from "/lib/index.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {abortable} from "../../../components/rx.js";
import {SMALL_STEPS, smallConfig, STOPPED_AT} from "../model/smallConfig.js";
import type {stages} from "../worker.js";
import {neuralWorker} from "./workers.js";

interface Value {
  readonly seed: "1" | "2" | "3";
}

interface Row {
  readonly where: string;
  readonly hash: string;
}

const allEqual = (rows: readonly Row[]): boolean => rows.every(({hash}) => hash === rows[0]!.hash);

/** One small run in four ways: in Node when the book was made, on this page, in a worker, and with a stop and a file. */
export const sameBits = (name = "lm-same-bits") =>
  figure<Value, readonly Row[]>({
    name,
    title: "One run, in four places",
    caption: `A network of 32 hidden neurons, with dropout, trained for ${SMALL_STEPS} steps: a fingerprint of the whole state after them. The first was computed by Node when the book was made, the others by your machine just now.`,
    controls: {seed: choice<Value["seed"]>(["1", "2", "3"], {label: "Seed"})},
    compute: async ({seed}, {signal}) => {
      const [{remote}, {of}, {hashAfterStop, hashAtOnce}] = await Promise.all([
        import("/lib/index.js"), // the library comes with the figure, and not with the page
        import("/lib/rxjs.js"),
        import("../model/smallRun.js")
      ]);
      const {facts} = await FileAttachment("../facts/implementation.json").json<{
        readonly facts: Readonly<Record<string, string>>;
      }>();
      const config = smallConfig(Number(seed));
      const there: RemoteOf<(typeof stages)["bengio"]> = remote(() => neuralWorker("same bits"), {
        stage: "bengio",
        config
      });
      const {state} = await abortable(there.answers(of(SMALL_STEPS), {look: {hash: true}}), signal);
      const stopped = hashAfterStop(Number(seed));
      return [
        {where: "Node, when the book was made", hash: facts[`hash${seed}`] ?? ""},
        {where: "This page", hash: hashAtOnce(Number(seed))},
        {where: "A worker of this page", hash: state.hash ?? ""},
        {where: `Stopped at step ${STOPPED_AT}, saved, loaded, resumed`, hash: stopped.hash}
      ];
    },
    draw: (_, {result}) =>
      element(
        "div",
        {},
        element(
          "table",
          {},
          element(
            "tbody",
            {},
            ...result.map(({where, hash}) =>
              element("tr", {}, element("th", {}, where), element("td", {}, element("code", {}, hash.slice(0, 16))))
            )
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          "The first half of each fingerprint is shown; compared is all of it: ",
          element("b", {}, allEqual(result) ? "equal, bit for bit" : "different: please report it"),
          "."
        )
      ),
    describe: (_, rows) =>
      `${rows.map(({where, hash}) => `${where}: ${hash}`).join(". ")}. They are ${allEqual(rows) ? "equal" : "different"}.`,
    code: ({seed}) => `import {hash, timeline} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";

const config = ${JSON.stringify({...smallConfig(Number(seed)), corpus: undefined})};
const line = ${JSON.stringify(smallConfig(1).corpus.slice(0, smallConfig(1).corpus.length / 8))};
console.log(hash(timeline(bengio, {...config, corpus: line.repeat(8)}).at(${SMALL_STEPS}).state));`,
    rows: (_, rows) => rows.map((row) => ({...row}))
  });
