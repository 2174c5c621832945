import {of} from "/lib/rxjs.js";
import {hash, remote, timeline, type RemoteOf} from "/lib/index.js";
import {markov, type MarkovConfig} from "/lib/stages/markov.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {abortable} from "../../../components/rx.js";
import {markovWorker} from "./workers.js";
import type {stages} from "../worker.js";

const OPENING =
  "Call me Ishmael. Some years ago—never mind how long precisely—having little or no money in my purse, and nothing particular to interest me on shore, I thought I would sail about a little and see the watery part of the world.";

interface Value {
  readonly text: string;
  readonly order: number;
  readonly step: number;
}

interface Proof {
  readonly page: string;
  readonly worker: string;
}

const configOf = ({text, order}: Value): MarkovConfig => ({corpus: text, order, batchSize: 16});

/** One number for all that a run has come to: its counts, and what they are worth on held-out text. */
const proof = (state: string, bits: number): string => hash([state, bits]);

/** The command that computes the same number in Node. The text is spelled so that any shell leaves it alone. */
function nodeCommand(value: Value): string {
  const text = JSON.stringify(value.text).replace(
    /[^ -~]|['!`$]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return `node --input-type=module -e '
import {hash, timeline} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
const run = timeline(markov, {corpus: ${text}, order: ${value.order}, batchSize: 16});
const {state, metrics} = run.at(${value.step});
console.log(hash([hash(state), metrics.validationBitsPerCharacter]));'`;
}

/** The same run on the page, in a worker, and in Node: one fingerprint. */
export function proveIt(name = "prove-it") {
  return figure<Value, Proof>({
    name,
    title: "Prove it",
    caption:
      "A fingerprint of the whole state after the last step, and of the held-out bits per character to the last of their 64 bits. The library computes its own logarithms, so no engine can differ.",
    interactive: true,
    controls: {
      text: textInput({
        label: "Text",
        value: OPENING,
        size: 300,
        rule: "At least 20 characters.",
        example: "the cat sat on the mat, and the dog sat on the cat",
        valid: (text) => Array.from(text).length >= 20
      }),
      order: slider([0, 6], {label: "Order", value: 3}),
      step: slider([0, 20], {label: "Steps", value: 12})
    },
    compute: async (value, {signal}) => {
      const config = configOf(value);
      const here = timeline(markov, config).at(value.step);
      const there: RemoteOf<(typeof stages)["markov"]> = remote(() => markovWorker("prove"), {stage: "markov", config});
      const frame = await abortable(there.answers(of(value.step)), signal);
      return {
        page: proof(hash(here.state), here.metrics.validationBitsPerCharacter),
        worker: proof(frame.state.hash, frame.metrics.validationBitsPerCharacter)
      };
    },
    draw: (value, {result}) => {
      const command = element("pre", {className: "fig-code", tabIndex: 0}, nodeCommand(value));
      const row = (where: string, text: string) =>
        element(
          "tr",
          {},
          element("th", {}, where),
          element("td", {}, element("code", {className: `proof-${where.toLowerCase()}`}, text))
        );
      return element(
        "div",
        {},
        element(
          "table",
          {},
          element(
            "tbody",
            {},
            row("Page", result.page),
            row("Worker", result.worker),
            row("Equal", result.page === result.worker ? "yes, bit for bit" : "no")
          )
        ),
        element("p", {}, "In a project with the package installed, this prints the same:"),
        command
      );
    },
    describe: (_, {page, worker}) =>
      `The page computed ${page}; the worker computed ${worker}; they are ${page === worker ? "equal" : "different"}.`,
    code: nodeCommand
  });
}
