import {log} from "../../lib/core/math/log.js";
import {beams, type BeamConfig, type Beams} from "../../lib/decode/beamSearch.js";
import {contrastive, contrastiveScores} from "../../lib/decode/contrastive.js";
import {gnmtPenalty, lengthPenalty} from "../../lib/decode/lengthPenalties.js";
import {acceptance, expectedTokens, speculativeRound} from "../../lib/decode/speculative.js";
import {number, numbers, type Check, type Families, type GoldenCase} from "./types.js";

/** The nested lists of a tensor of a file. */
const nested = (value: unknown): readonly unknown[] => (value as {readonly data: readonly unknown[]}).data;
const rows = (value: unknown): readonly (readonly number[])[] => nested(value).map(numbers);
const logs = (probs: readonly number[]): Float64Array => Float64Array.from(probs, log);

const penalties: Readonly<Record<string, (alpha: number) => Pick<BeamConfig, "penalty">>> = {
  none: () => ({}),
  length: (alpha) => ({penalty: lengthPenalty(alpha)}),
  gnmt: (alpha) => ({penalty: gnmtPenalty(alpha)})
};

/** A chain whose probabilities depend on the step and the last token. */
function beam({inputs, config, expected}: GoldenCase): readonly Check[] {
  const initial = numbers(nested(inputs["initial"]));
  const transitions = nested(inputs["transitions"]).map((matrix) => (matrix as readonly unknown[]).map(numbers));
  const penalty = penalties[config["penalty"] as string];
  if (penalty === undefined) throw new RangeError(`no penalty is called ${String(config["penalty"])}`);
  const {model, step, done, metrics} = beams({
    predict: (ids) => logs(ids.length === 0 ? initial : transitions[ids.length - 1]![ids[ids.length - 1]!]!),
    prompt: [],
    beams: number(config["beams"]),
    length: number(config["maxLength"]),
    end: number(config["endToken"]),
    ...penalty(number(config["alpha"]))
  });
  const states: Beams[] = [model()];
  while (done!(states.at(-1)!) === false) states.push(step(states.at(-1)!, undefined));
  const hypotheses = metrics(states.at(-1)!, undefined);
  const best = expected["best"] as {readonly tokens: readonly number[]};
  return [
    {what: "hypotheses", actual: hypotheses, expected: expected["hypotheses"]},
    {what: "live", actual: states.slice(1).map(({live}) => live), expected: expected["live"]},
    {
      what: "whether the best was found",
      actual: String(hypotheses[0]!.tokens) === String(best.tokens),
      expected: expected["foundBest"]
    }
  ];
}

function contrast({inputs, config, expected}: GoldenCase): readonly Check[] {
  const alpha = number(config["alpha"]);
  if (config["op"] === "contrastiveStep") {
    const {penalties, scores, best} = contrastiveScores({
      probs: numbers(nested(inputs["candidateProbs"])),
      hidden: rows(inputs["candidateHidden"]),
      context: rows(inputs["contextHidden"]),
      alpha
    });
    const flat = (value: unknown): readonly number[] => numbers(nested(value));
    return [
      {what: "penalties", actual: penalties, expected: flat(expected["penalties"])},
      {what: "scores", actual: scores, expected: flat(expected["scores"])},
      {what: "selected", actual: numbers(inputs["candidateIds"])[best], expected: expected["selected"]}
    ];
  }
  const [transitions, hidden] = [rows(inputs["transitions"]), rows(inputs["hidden"])];
  const prompt = numbers(inputs["prompt"]);
  const choices = contrastive({
    look: (ids) => ({logits: logs(transitions[ids.at(-1)!]!), hidden: hidden[ids.at(-1)!]!}),
    prompt,
    length: number(config["steps"]),
    k: number(config["k"]),
    alpha
  });
  const tokens = [...prompt, ...Array.from(choices, ({token}) => token)];
  return [{what: "tokens", actual: tokens, expected: expected["tokens"]}];
}

const shares = (weights: unknown): readonly number[] => {
  const list = numbers(weights);
  const total = list.reduce((a, b) => a + b, 0);
  return list.map((x) => x / total);
};

/** What a fraction is, written a/b. */
const fraction = (value: unknown): number => {
  const [above = NaN, below = 1] = String(value).split("/").map(Number);
  return above / below;
};

function speculative({inputs, config, expected}: GoldenCase): readonly Check[] {
  if (config["op"] === "round") {
    const [target, draft] = [inputs["target"], inputs["draft"]].map((list) => (list as readonly unknown[]).map(shares));
    const {accepted, tokens} = speculativeRound({
      target: (place) => target![place]!,
      draft: draft!,
      drafted: numbers(inputs["draftTokens"]),
      uniforms: numbers(inputs["uniforms"])
    });
    return [
      {what: "accepted", actual: accepted, expected: expected["accepted"]},
      {what: "tokens", actual: tokens, expected: expected["tokens"]}
    ];
  }
  const [p, q] = [shares(inputs["target"]), shares(inputs["draft"])];
  const {accepted, rate, residual} = acceptance(p, q);
  const output = q.map((x, i) => x * (accepted[i] ?? 0) + (residual === undefined ? 0 : (1 - rate) * residual[i]!));
  const exact = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((x) => (x === null ? null : fraction(x))) : list;
  return [
    {what: "acceptance", actual: accepted, expected: expected["acceptance"]},
    {what: "acceptance, exactly", actual: accepted, expected: exact(expected["acceptanceExact"])},
    {what: "rate", actual: rate, expected: expected["rate"]},
    {what: "residual", actual: residual, expected: expected["residual"]},
    {what: "residual, exactly", actual: residual, expected: exact(expected["residualExact"])},
    {what: "output", actual: output, expected: expected["output"]},
    {what: "output, which is the target", actual: output, expected: p},
    ...Object.entries(expected["expectedTokensExact"] as Readonly<Record<string, string>>).map(([gamma, value]) => ({
      what: `expected tokens of ${gamma}`,
      actual: expectedTokens(rate, Number(gamma)),
      expected: fraction(value)
    }))
  ];
}

export const families: Families = {
  decode_beam: beam,
  decode_contrastive: contrast,
  decode_speculative: speculative
};
