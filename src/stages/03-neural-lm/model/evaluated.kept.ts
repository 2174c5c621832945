/** What the models of the first three stages say of held-out names, name by name. */
import {hash} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import type {Evaluated} from "./evaluated.js";
import {modelsCompared} from "./modelsCompared.js";

export const value = (): Evaluated => modelsCompared(excerpt("names").text);

/** The same after one step of two hundred, which a test repeats. */
export const firstSteps = (): string => hash({told: JSON.stringify(modelsCompared(excerpt("names").text, 0.005))});
