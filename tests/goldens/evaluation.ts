import {brierScore} from "../../lib/core/accuracy.js";
import {calibration} from "../../lib/core/calibration.js";
import {perplexity} from "../../lib/core/information.js";
import {sequenceInformation} from "../../lib/core/sequenceInformation.js";
import {measureText} from "../../lib/text/utf8.js";
import {number, numbers, type Check, type Families, type GoldenCase} from "./types.js";

const checks = ({expected}: GoldenCase, actual: Readonly<Record<string, unknown>>): readonly Check[] =>
  Object.entries(expected).map(([what, value]) => ({what, actual: actual[what], expected: value}));

export const families: Families = {
  eval_calibration: (golden) => {
    const {inputs, config} = golden;
    if (config["op"] === "brier") {
      const {data} = inputs["probs"] as {readonly data: readonly unknown[]};
      return checks(golden, {brier: brierScore(data.map(numbers), numbers(inputs["labels"]))});
    }
    const options = {bins: number(config["bins"]), binning: config["binning"] as "width" | "mass"};
    const correct = inputs["correct"] as readonly boolean[];
    return checks(golden, {...calibration(numbers(inputs["confidence"]), correct, options)});
  },
  eval_bits_per_byte: (golden) => {
    const text = golden.inputs["text"] as string;
    const logProbs = numbers(golden.inputs["tokenLogProbs"]);
    const {bytes, characters} = measureText(text);
    const {
      totalNats,
      bitsPerByte,
      bitsPerCharacter,
      perplexity: tokenPerplexity
    } = sequenceInformation({
      logProbs,
      bytes,
      characters
    });
    const words = text.match(/\S+/gu)?.length ?? 0;
    const wordPerplexity = perplexity(totalNats / words);
    const sizes = {bytes, characters, words};
    return checks(golden, {...sizes, totalNats, bitsPerByte, bitsPerCharacter, tokenPerplexity, wordPerplexity});
  }
};
