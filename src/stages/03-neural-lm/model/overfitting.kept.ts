/** The run of a network that learns 800 names by heart. */
import {excerpt} from "../../../../tools/corpora.js";
import {EVERY, LAST, overfitted, type Look} from "./overfitting.js";

export const value = (): readonly Look[] => overfitted(excerpt("names").text, LAST, EVERY).looks;

/** The first look and the second, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(overfitted(excerpt("names").text, EVERY, EVERY).looks);
