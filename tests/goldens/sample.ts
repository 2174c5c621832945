import {chain} from "../../lib/decode/chain.js";
import type {LogitsRule} from "../../lib/decode/logits.js";
import {minP} from "../../lib/decode/minP.js";
import {frequencyPenalty, logitBias, presencePenalty, repetitionPenalty} from "../../lib/decode/penalties.js";
import {softmax} from "../../lib/decode/softmax.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";
import {topP} from "../../lib/decode/topP.js";
import {typical} from "../../lib/decode/typical.js";
import {number, numbers, type Families, type GoldenCase} from "./types.js";

interface Step {
  readonly op: string;
  readonly value: unknown;
  readonly minKeep?: number;
}

const rules: Readonly<Record<string, (step: Step) => LogitsRule>> = {
  temperature: ({value}) => temperature(number(value)),
  topK: ({value}) => topK(number(value)),
  topP: ({value, minKeep = 1}) => topP(number(value), {minKeep}),
  minP: ({value, minKeep = 1}) => minP(number(value), {minKeep}),
  typical: ({value}) => typical(number(value)),
  repetition: ({value}) => repetitionPenalty(number(value)),
  presence: ({value}) => presencePenalty(number(value)),
  frequency: ({value}) => frequencyPenalty(number(value)),
  bias: ({value}) => logitBias((value as readonly unknown[]).map(numbers).map(([id, bias]) => [id!, bias!] as const))
};

function sampled({inputs, config, expected}: GoldenCase) {
  const steps = config["chain"] as readonly Step[];
  const rule = chain(
    ...steps.map((step) => {
      const make = rules[step.op];
      if (make === undefined) throw new RangeError(`no rule of sampling is called ${step.op}`);
      return make(step);
    })
  );
  const logits = rule(Float64Array.from(numbers(inputs["logits"])), numbers(inputs["context"] ?? []));
  const kept = Array.from(logits.keys()).filter((id) => logits[id] !== -Infinity);
  return [
    {what: "logits", actual: logits, expected: expected["logits"]},
    {what: "probs", actual: softmax(logits), expected: expected["probs"]},
    {what: "kept", actual: kept, expected: expected["kept"]}
  ];
}

export const families: Families = {
  sample_temperature: sampled,
  sample_top_k: sampled,
  sample_top_p: sampled,
  sample_min_p: sampled,
  sample_typical: sampled,
  sample_penalties: sampled,
  sample_chain: sampled
};
