import {crossEntropy, entropy, jensenShannon, kl, perplexity, surprisal, toBits} from "../../lib/core/information.js";
import {sequenceInformation} from "../../lib/core/sequenceInformation.js";
import {number, numbers, type Check, type Families, type GoldenCase} from "./types.js";

/** One check for each number that the case expects and `actual` names; a name that nobody computes fails. */
const checks = ({expected}: GoldenCase, actual: Readonly<Record<string, unknown>>): readonly Check[] =>
  Object.entries(expected)
    .filter(([, value]) => value !== null) // left out by the file
    .map(([what, value]) => ({what, actual: actual[what], expected: value}));

export const families: Families = {
  info_entropy: (golden) => {
    const p = numbers(golden.inputs["p"]);
    const nats = entropy(p);
    const surprisalNats = p.map(surprisal);
    const surprisalBits = surprisalNats.map(toBits);
    return checks(golden, {nats, bits: toBits(nats), perplexity: perplexity(nats), surprisalNats, surprisalBits});
  },
  info_pair: (golden) => {
    const p = numbers(golden.inputs["p"]);
    const q = numbers(golden.inputs["q"]);
    return checks(golden, {
      crossEntropy: crossEntropy(p, q),
      crossEntropyBits: toBits(crossEntropy(p, q)),
      kl: kl(p, q),
      klReverse: kl(q, p),
      klBits: toBits(kl(p, q)),
      jensenShannon: jensenShannon(p, q)
    });
  },
  info_sequence: (golden) => {
    const logProbs = numbers(golden.inputs["logProbs"]);
    const characters = number(golden.inputs["characters"]);
    const bytes = number(golden.inputs["bytes"]);
    return checks(golden, {...sequenceInformation({logProbs, characters, bytes})});
  }
};
