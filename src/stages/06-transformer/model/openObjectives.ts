import {loadInt8} from "/lib/tensor.js";
import type {TransformerParams} from "/lib/transformer.js";
import {fromLeft, fromMask, fromTrying} from "./blanks.js";
import {modelFor} from "./objectiveModels.js";
import type {ObjectiveRuns} from "./objectiveSpec.js";

/** What the two kept models say of a letter, by three ways of asking: probabilities by letter. */
export interface BlankSeen {
  readonly left: readonly number[];
  readonly tried: readonly number[];
  readonly masked: readonly number[];
}

/** The kept models, to be asked for any letter of any text. */
export function openObjectives({tokens, runs}: Pick<ObjectiveRuns, "tokens" | "runs">) {
  const letters = tokens.length;
  const open = (name: "causal" | "masked") => ({
    model: modelFor(name, letters),
    params: loadInt8(Uint8Array.from(atob(runs[name].weights!), (unit) => unit.charCodeAt(0))) as TransformerParams, // written by `saveInt8` of such
    letters
  });
  const [causal, masked] = [open("causal"), open("masked")];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  return (text: string, place: number): BlankSeen => {
    const read = Array.from(text, (sign) => ids.get(sign) ?? 0);
    return {
      left: fromLeft(causal, read, place),
      tried: fromTrying(causal, read, place),
      masked: fromMask(masked, read, place)
    };
  };
}
