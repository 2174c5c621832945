import {formulaText} from "./formulaText.js";
import {computes, knownAt, numberText, signOf, slopeText, type Trace} from "./autogradTrace.js";

const short = (value: number): string => numberText(value, 6);
const bracketed = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));

/** What happens at a turn, with its numbers. */
export function turnWords(trace: Trace, step: number): string {
  const {nodes, names, moving, turns} = trace;
  const {turn, derivatives} = knownAt(trace, step);
  if (turn.kind === "leaves")
    return moving === undefined
      ? "The leaves have their values. Nothing is computed yet."
      : `The leaves have their values. ${names[moving] ?? ""} moves at speed 1, all other leaves stand still.`;
  const name = names[turn.id]!;
  const {inputs, value, formula} = nodes[turn.id]!;
  if (turn.kind === "value") {
    const [x, y] = inputs.map(({id}) => bracketed(nodes[id]!.value));
    const computed = `${name} = ${computes(trace, turn.id)} = ${formulaText(formula, x, y)} = ${short(value)}.`;
    if (moving === undefined) return computed;
    const parts = inputs.map(({id, slope}) => `${bracketed(slope)} · ${bracketed(derivatives[id] ?? 0)}`);
    return `${computed} Its tangent, slopes times the tangents of its inputs: ${parts.join(" + ")} = ${short(derivatives[turn.id] ?? 0)}.`;
  }
  if (turn.kind === "seed") return `The forward pass is over. Backward: ∂out/∂${name} = 1, for ${name} is the output.`;
  const gradient = derivatives[turn.id] ?? 0;
  const before: (number | undefined)[] = [...knownAt(trace, step - 1).derivatives];
  const parts = inputs.map(({id, slope}, i) => {
    const share = gradient * slope;
    const had = before[id];
    before[id] = (had ?? 0) + share;
    const added = had === undefined ? "" : `, and with the ${short(had)} that it had it is ${short(had + share)}`;
    return `${names[id] ?? ""} gets ${bracketed(gradient)} · ${slopeText(trace, turn.id, i)} = ${short(share)}${added}`;
  });
  const end = step === turns.length - 1 ? " All gradients are complete." : "";
  return `All that use ${name} have spoken: its gradient is ${short(gradient)}. So ${parts.join("; ")}.${end}`;
}

const slope = (formula: string, number: string): string => (formula === number ? number : `${formula} = ${number}`);

/** The whole graph in words. */
export function graphWords(trace: Trace, step: number): string {
  const {nodes, names, moving} = trace;
  const {valued, derivatives} = knownAt(trace, step);
  const kind = moving === undefined ? "gradient" : "tangent";
  const each = nodes.map((node) => {
    const {id, inputs, value} = node;
    const from =
      inputs.length === 0 ? "leaf" : `${signOf(node)} of ${inputs.map((edge) => names[edge.id] ?? "").join(" and ")}`;
    const slopes = inputs
      .map(
        (edge, i) =>
          `∂${names[id] ?? ""}/∂${names[edge.id] ?? ""} = ${slope(slopeText(trace, id, i), short(edge.slope))}`
      )
      .join(", ");
    const derivative = derivatives[id];
    const numbers =
      valued[id] === true
        ? `value ${short(value)}${derivative === undefined ? "" : `, ${kind} ${short(derivative)}`}`
        : "no value yet";
    return `${names[id] ?? ""}: ${from}, ${numbers}${valued[id] === true && slopes !== "" ? ` (${slopes})` : ""}`;
  });
  return each.join(". ");
}
