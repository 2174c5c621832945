import {TextError} from "/lib/index.js";
import {namesIn, parse} from "/lib/scalar.js";
import {toggle} from "../../../components/figure/controls.js";
import {moved, settled} from "../../../components/figure/control.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {formulaInput, type FormulaFault} from "./formulaInput.js";
import {heldFocus} from "../../../components/figure/heldFocus.js";
import {leafInputs, type Leaves} from "./leafInputs.js";
import type {Moment} from "../../../components/figure/moment.js";
import {passChoice} from "./passChoice.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {table, type Column} from "../../../components/chart/table.js";
import {presets} from "../model/autogradPresets.js";
import {knownAt, numberText, traceOf, type Trace} from "../model/autogradTrace.js";
import {graphView} from "./graphView.js";
import {graphWords, turnWords} from "../model/autogradWords.js";

interface Value {
  readonly formula: string;
  readonly leaves: Leaves;
  readonly pass: string;
  readonly check: boolean;
  readonly time: Moment;
}

const SIZE = 80;
const FIRST = new Map(Object.entries({x: 2, y: 3, z: 4, w: -1, b: 0.5, x1: 1, x2: 2, w1: 0.7, w2: -1.2}));

/** What the parser says about a formula, if it refuses it. */
function faultOf(text: string): FormulaFault | undefined {
  try {
    parse(text, Object.fromEntries(namesIn(text).map((name) => [name, 1])));
    return undefined;
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    const {rule, found, hint} = error.fault;
    const position = Number(found.find(({name}) => name === "position")?.value ?? 0);
    return {position, message: `${rule}${hint === undefined ? "" : ` (${hint})`}.`};
  }
}

/** Any formula as a graph, run forward and backward one node at a time. */
export function graphVisualizer(name = "autograd-visualizer", start = presets[0]!.formula) {
  const leaves = leafInputs({
    label: "Leaves",
    names: namesIn(start),
    first: (leaf) => FIRST.get(leaf) ?? 1,
    range: [-5, 5],
    step: 0.1
  });
  const fit = () => time.extent(traceOf(formula.value, leaves.value, pass.value || undefined).turns.length - 1);
  const pass = passChoice("Derivatives flow", namesIn(start), () => fit());
  const time = scrubber({steps: 999, step: 999, pace: 1.2, forks: false, label: "Turn"});
  const formula = formulaInput({
    label: "Formula",
    value: start,
    size: SIZE,
    examples: presets,
    fault: faultOf,
    follow: (text) => {
      leaves.follow(namesIn(text));
      pass.follow(namesIn(text));
      fit();
    }
  });
  formula.dataset["testValue"] = "x * exp(y) - x";
  fit();

  const keepFocus = heldFocus("data-leaf");
  const pull = (leaf: string, value: number, ended: boolean) => {
    leaves.value = {[leaf]: value};
    moved(leaves);
    if (ended) settled(leaves);
  };

  return figure<Value, Trace>({
    name,
    title: "A program as a graph, forward and back",
    caption:
      "Each box is a number: a leaf, or what one operation makes of its inputs. On each edge stands the local derivative of the box at its head with respect to the box at its tail. Step through the passes, or click an operation to see its turn. Drag a leaf (or use arrow keys on it) and everything follows.",
    wide: true,
    interactive: true,
    controls: {formula, leaves, pass, check: toggle({label: "Check by finite differences"}), time},
    compute: ({formula, leaves, pass}) => traceOf(formula, leaves, pass === "" ? undefined : pass),
    draw: ({check, time: {step}}, {width, result}) => {
      const visit = (id: number) => {
        const turn = result.turns.findIndex(
          (one, i) => i !== step && one.kind !== "leaves" && one.kind !== "seed" && one.id === id
        );
        if (turn < 0) return;
        time.value = {step: turn, fork: null};
        moved(time);
        settled(time);
      };
      const picture = graphView({trace: result, step, width, pull, visit});
      keepFocus(picture);
      return element(
        "div",
        {className: "autograd"},
        element("div", {className: "graph-box scroll"}, picture),
        element("p", {className: "fig-note graph-note"}, turnWords(result, step)),
        element("div", {className: "scroll"}, leafTable(result, step, check, width))
      );
    },
    describe: ({formula, pass, check, time: {step}}, result) => {
      const way = pass === "" ? "reverse mode" : `forward mode from ${pass}`;
      const measured = check
        ? ` By central differences: ${result.leaves.map((id, i) => `∂out/∂${result.names[id] ?? ""} ≈ ${numberText(result.measured[i]!, 8)}`).join(", ")}.`
        : "";
      return `${formula}, ${way}, turn ${step} of ${result.turns.length - 1}. ${turnWords(result, step)} ${graphWords(result, step)}.${measured}`;
    },
    code: ({formula, leaves, pass}) => {
      const names = namesIn(formula);
      const made = names.map((leaf) => `const ${leaf} = variable(${leaves[leaf] ?? 0}, "${leaf}");`).join("\n");
      const asked = names.map((leaf) => `gradients.get(${leaf})`).join(", ");
      const forward =
        pass === ""
          ? ""
          : `\nconst speeds = tangents(out, new Map([[${pass}, 1]]));\nconsole.log(speeds.get(out)); // forward mode: the same number for ${pass}`;
      return `import {backward, numericalGradient, parse, ${pass === "" ? "" : "tangents, "}variable} from "llm-first-principles/scalar";

${made}
const out = parse("${formula}", {${names.join(", ")}});
const gradients = backward(out);
console.log(out.value, ${asked});${forward}
const f = ([${names.join(", ")}]) => parse("${formula}", {${names.join(", ")}}).value;
console.log(numericalGradient(f, [${names.map((leaf) => leaves[leaf] ?? 0).join(", ")}]));`;
    },
    rows: (_, {nodes, names, adjoints, tangents, moving}) =>
      nodes.map(({id, op, value, inputs}) => ({
        node: names[id],
        operation: op,
        inputs: inputs.map((edge) => names[edge.id]).join(" "),
        localDerivatives: inputs.map(({slope}) => slope).join(" "),
        value,
        gradient: adjoints[id],
        tangent: moving === undefined ? undefined : tangents[id]
      }))
  });
}

/** The derivatives with respect to each leaf: by both modes, and by differences if the reader asks. */
function leafTable(trace: Trace, step: number, check: boolean, width: number): HTMLElement {
  const {leaves, names, nodes, adjoints, forward, measured, moving} = trace;
  const arrived = knownAt(trace, step).derivatives;
  const small = width < 560;
  const write = (value: number) => numberText(value, small ? 5 : 9);
  const rows = leaves.map((id, i) => ({
    name: names[id]!,
    value: write(nodes[id]!.value),
    reverse: moving === undefined ? (arrived[id] === undefined ? "…" : write(arrived[id])) : write(adjoints[id]!),
    forward:
      id === moving ? (arrived[trace.root] === undefined ? "…" : write(arrived[trace.root]!)) : write(forward[i]!),
    measured: write(measured[i]!),
    off: Math.abs(measured[i]! - adjoints[id]!)
  }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {label: "Leaf", value: ({name}) => name},
    {label: "Value", value: ({value}) => value},
    {label: small ? "Reverse" : "Gradient, by one reverse pass", value: ({reverse}) => reverse},
    {label: small ? "Forward" : "By a forward pass each", value: ({forward}) => forward}
  ];
  const differences: Column<Row>[] = [
    {label: small ? "Differ." : "By differences", value: ({measured}) => measured},
    {label: "Off by", value: ({off}) => (off === 0 ? "0" : off.toExponential(0).replace("-", "−"))}
  ];
  return table(rows, check ? [...columns, ...differences] : columns);
}
