import type {CorpusText} from "/lib/index.js";
import {action, choice, slider, textInput} from "../../../components/figure/controls.js";
import {moved, settled} from "../../../components/figure/control.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {table} from "../../../components/chart/table.js";
import {textSource, type TextChoice} from "../../../components/corpus/textSource.js";
import type {Moment} from "../../../components/figure/moment.js";
import {
  allStates,
  machineOf,
  nameOf,
  signOf,
  stateNamed,
  successors,
  textOf,
  walked,
  type Machine,
  type State,
  type Transition
} from "../model/machine.js";
import {places, type Places} from "../model/machineLayout.js";
import {percent} from "./machineParts.js";
import {neighborhood, neighborhoodHeight, wholeView} from "./machineViews.js";

const LINE = "There she blows! there! there! there! she blows! she blows!";
const STEPS = 300;
const MOST_STATES = 40;
const MOST_TEXT = 200_000;
const ROWS = 7;

interface Value {
  readonly line: string;
  readonly view: "whole" | "around";
  readonly order: number;
  readonly text: TextChoice;
  readonly from: string;
  readonly again: number;
  readonly time: Moment;
}

interface Result {
  readonly machine: Machine;
  readonly path: readonly Transition[];
  readonly state: State;
  readonly all: readonly State[] | undefined;
  readonly lost: boolean;
  readonly cut: boolean;
}

/** An n-gram model as the machine that it is: contexts are states, and each token is a transition. */
export function stateMachine(load: () => Promise<CorpusText>, name = "state-machine") {
  let opening: CorpusText | undefined; // it is loaded when it is chosen
  const line = textInput({
    label: "The line",
    value: LINE,
    size: 80,
    rule: "a line of text",
    example: "she sells sea shells",
    valid: (text) => text !== "" && !/\p{Surrogate}/u.test(text)
  });
  const from = textInput({
    label: "Start at",
    value: "",
    size: 6,
    rule: "at most 6 characters",
    example: "th",
    valid: () => true
  });
  const view = choice<Value["view"]>(["whole", "around"], {
    label: "Draw",
    format: (v) => (v === "whole" ? "all states" : "around one")
  });
  const text = textSource({
    label: "Text",
    corpora: [
      {id: "line", title: "The line"},
      {id: "opening", title: "Moby Dick, the opening"}
    ]
  });
  const time = scrubber({steps: STEPS, step: 24, pace: 3, forks: false, label: "Characters written"});

  const textFor = async ({text, line}: Value): Promise<string> => {
    if (text.kind === "own") return first(text.text, MOST_TEXT);
    return text.id === "line" ? line : (opening ??= await load()).text;
  };
  let focus = false; // set by a choice of a state, so that the keyboard stays where it was

  const look = async (value: Value): Promise<Result> => {
    const machine = machineOf(await textFor(value), value.order);
    const path = walked(machine, value.from, STEPS, value.again + 5);
    const start = stateNamed(machine, value.from);
    const state = value.time.step === 0 ? (start ?? [machine.begin]) : (path[value.time.step - 1]?.to ?? [machine.end]);
    const lost = value.from !== "" && start === undefined;
    const cut = value.text.kind === "own" && value.text.text.length > MOST_TEXT;
    return {machine, path, state, all: allStates(machine, MOST_STATES), lost, cut};
  };
  const goTo = (machine: Machine) => (state: State) => {
    from.value = textOf(machine, state);
    time.value = {step: 0, fork: null};
    focus = true;
    moved(from);
    settled(from);
  };

  return figure<Value, Result>({
    name,
    title: "A model as a machine",
    caption:
      "Each state is a context: the last characters of the text. Each arrow is a next character, as wide as its probability. ⊢ is where a text begins and ⊣ where it ends; · is a space and ↵ a new line. Choose any state with a click, or with arrow keys and Enter, to start there.",
    wide: true,
    interactive: true,
    source: ({text: {kind, ...rest}}) =>
      kind === "corpus" && "id" in rest && rest.id === "opening"
        ? opening
        : kind === "own"
          ? "Your own, in this browser only"
          : "The line typed above; at first, a shout from chapter 47 of Moby Dick",
    controls: {
      line,
      view,
      order: slider([1, 5], {label: "Order", value: 1}),
      text,
      from,
      again: action({label: "Another future"}),
      time
    },
    compute: look,
    draw: async (value, {width, result: {machine, path, state, all, lost, cut}}) => {
      line.disabled = value.text.kind === "own" || value.text.id !== "line";
      const small = all !== undefined && all.length <= (width < 560 ? 24 : MOST_STATES);
      view.disabled = !small;
      const beside = width >= 760;
      const wide = beside ? width - 320 : width;
      const last = value.time.step === 0 ? undefined : path[value.time.step - 1];
      const spec = {machine, state, last, width: wide, go: goTo(machine)};
      const drawing =
        small && value.view === "whole"
          ? wholeView(spec, all, await placesOf(machine, all, wide), neighborhoodHeight)
          : neighborhood(spec);
      if (focus) requestAnimationFrame(() => drawing.querySelector<SVGElement>(".current")?.focus());
      focus = false;
      const notes = [
        `${machine.states.toLocaleString("en")} states, ${machine.transitions.toLocaleString("en")} transitions.`,
        ...(small ? [] : ["Too many to draw at once, so this is one state and its neighbors."]),
        ...(lost ? [`“${value.from}” is no state of this machine, so it starts at ⊢.`] : []),
        ...(cut ? [`The first ${MOST_TEXT.toLocaleString("en")} characters are used.`] : [])
      ];
      const panel = element("div", {className: "machine-panel"}, ways(machine, state));
      const row = element("div", {className: beside ? "row machine-row" : ""}, drawing, panel);
      return element(
        "div",
        {},
        row,
        writing(machine, value, path),
        element("p", {className: "machine-notes"}, notes.join(" "))
      );
    },
    describe: (value, {machine, state, path}) => {
      const out = successors(machine, state);
      const next = out
        .slice(0, 3)
        .map(({token, prob}) => `${signOf(machine, token)} with ${percent(prob)}`)
        .join(", ");
      const text = path
        .slice(0, value.time.step)
        .map(({token}) => signOf(machine, token))
        .join("");
      return `A machine of order ${value.order} with ${machine.states} states and ${machine.transitions} transitions. It is in state “${nameOf(machine, state)}”, from which ${out.length} ${out.length === 1 ? "transition leads" : "transitions lead"} on: ${next}. Written after ${value.time.step} steps: “${text.slice(-80)}”.`;
    },
    code: (value) => `import {characterTokenizer, encodeDocuments, generate, key} from "llm-first-principles";
import {countNgrams, logProbs, maximumLikelihood} from "llm-first-principles/stages/markov";

const text = ${value.text.kind === "corpus" && value.text.id === "line" ? JSON.stringify(value.line) : 'await (await fetch("my-text.txt")).text()'};
const tokenizer = characterTokenizer(text, {begin: "<s>", end: "</s>"});
const {tokens, begin, end} = tokenizer.vocabulary;
const ids = encodeDocuments(tokenizer, [text]);
const counts = countNgrams([{ids, from: 1}], {order: ${value.order}, vocabSize: tokens.length, begin});
const model = maximumLikelihood()(counts);
const predict = (context) => logProbs(model, context);
const config = {predict, prompt: [begin], length: ${STEPS}, key: key(${value.again + 5}), end};
console.log(tokenizer.decode(Array.from(generate(config), ({token}) => token)));`,
    rows: (_, {machine, state}) =>
      successors(machine, state).map(({token, count, prob, to}) => ({
        state: nameOf(machine, state),
        next: signOf(machine, token),
        count,
        probability: prob,
        to: nameOf(machine, to)
      }))
  });
}

const placesOf = (machine: Machine, all: readonly State[], width: number): Promise<Places> =>
  places(machine, all, width, neighborhoodHeight);

const first = (text: string, length: number): string => {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut; // never half a character
};

/** The ways on from a state, sorted. */
function ways(machine: Machine, state: State): HTMLElement {
  const out = successors(machine, state);
  const rows = out.slice(0, ROWS);
  const shown = table(
    rows,
    [
      {label: "Next", value: ({token}) => signOf(machine, token)},
      {label: "Leads to", value: ({to}) => nameOf(machine, to)},
      {label: "Count", value: ({count}) => count, format: (v) => v.toLocaleString("en")},
      {label: "Probability", value: ({prob}) => prob, format: percent, bar: 1}
    ],
    `From ${nameOf(machine, state)}`
  );
  const rest = out.slice(ROWS);
  const mass = rest.reduce((sum, {prob}) => sum + prob, 0);
  const more = rest.length === 0 ? "" : `${rest.length} more, ${percent(mass)} together`;
  return element("div", {}, shown, element("p", {className: "machine-notes"}, more));
}

/** What was written so far, its last character marked. */
function writing(machine: Machine, {time, from}: Value, path: readonly Transition[]): HTMLElement {
  const written = path.slice(0, time.step);
  const start = stateNamed(machine, from) ?? [machine.begin];
  const sign = ({token}: Transition) => signOf(machine, token);
  const before = written.slice(0, -1).map(sign).join("").replaceAll("·", " ").slice(-180);
  return element(
    "p",
    {className: "sample machine-text"},
    element("b", {}, nameOf(machine, start)),
    before,
    element("mark", {}, written.slice(-1).map(sign).join(""))
  );
}
