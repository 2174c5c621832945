import {excerpt} from "../../../../tools/corpora.js";
import {allChecked, checked, ratioAtRate, singleEntropy} from "./protocol.js";
import {decayed} from "./decayed.js";
import {RATIO_RATES} from "./protocolSettings.js";

/** What the checks say of each fault, of several rates, and what a model without a context would come to. */
export const value = () => {
  const corpus = excerpt("names").text;
  return {
    checked: allChecked(corpus),
    ratios: RATIO_RATES.map((rate) => ratioAtRate(corpus, rate)),
    decayed: decayed(corpus),
    single: Number(singleEntropy(corpus).toFixed(4))
  };
};

/** A few steps of one of them, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(checked(excerpt("names").text, "unreset", 10));
