/** What the section on recurrence measures: the tiny reading, gradients through time, cells on names, and truncation. */
import {exp, hash, log, timeline} from "/lib/index.js";
import {recurrent, type RecurrentConfig} from "/lib/stages/neural-lm.js";
import {leaves, sizeOf} from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {copyShare} from "../model/copyAfter.js";
import {gradientsBack, type CellName} from "../model/recurrentGradients.js";
import {SENTENCE} from "../model/sentence.js";
import {tinyReading} from "../model/tinyRecurrent.js";
import feedForward from "./feedForward.json" with {type: "json"};

const CELLS = ["elman", "gru", "lstm"] as const;
const EVERY = 50;
const LAST = 300;

const settings = (cell: CellName): RecurrentConfig => ({
  corpus: excerpt("names").text,
  documents: true,
  cell,
  width: 16,
  hidden: 64,
  seqLen: 32,
  batchSize: 32,
  learningRate: 0.003,
  scored: 20_000
});

/** Held-out loss of all names, by cell and step. */
function onNames() {
  return CELLS.flatMap((cell) => {
    const run = timeline(recurrent, settings(cell), {history: false, memory: {snapshots: 2}});
    const parameters = leaves(run.at(0).state.params.cell).reduce((total, [, leaf]) => total + sizeOf(leaf.shape), 0);
    const steps = Array.from({length: LAST / EVERY + 1}, (_, i) => i * EVERY);
    return [
      ...steps.map((step) => [`${cell}${step}`, run.at(step).metrics.validationLoss] as const),
      [`${cell}Parameters`, parameters] as const
    ];
  });
}

function tiny() {
  const {steps, probabilities, loss, recurrent: weights} = tinyReading(["a", "n", "n"], "a");
  const length = (t: number): number => Math.sqrt(steps[t]!.slopeH.reduce((sum, v) => sum + v * v, 0));
  return {
    tinyP: probabilities[1]!,
    tinyLoss: loss,
    tinyBack1: length(0),
    tinyBack2: length(1),
    tinyBack3: length(2),
    tinyR11: weights[0]![0]!,
    tinyFromLast: steps[1]!.h[0]! * steps[2]!.slopeZ[0]!,
    tinyFromFirst: steps[0]!.h[0]! * steps[1]!.slopeZ[0]!
  };
}

/** The share of the last gradient that is left so many letters back. */
function back(name: string, cell: CellName, scale: number, keepBias: number) {
  const norms = gradientsBack(SENTENCE.slice(0, 41), {cell, scale, keepBias});
  const share = (letters: number): number => norms.at(-1 - letters)! / norms.at(-1)!;
  return {[`${name}Back10`]: share(10), [`${name}Back20`]: share(20), [`${name}Back30`]: share(30)};
}

const copied = (name: string, cell: CellName, distance: number, seqLen: number) => ({
  [name]: copyShare({cell, distance, seqLen, steps: COPY_STEPS})
});
const COPY_STEPS = 500;

export const facts = (): Readonly<Record<string, number>> => ({
  ...tiny(),
  ...back("elman", "elman", 1, 0),
  ...back("elmanLarge", "elman", 3, 0),
  ...back("gru", "gru", 1, 0),
  ...back("gruOpen", "gru", 1, 4),
  ...back("lstm", "lstm", 1, 0),
  ...back("lstmOpen", "lstm", 1, 4),
  steps: LAST,
  tokens: LAST * 32 * 32,
  ...Object.fromEntries(onNames()),
  window: feedForward.facts.network8,
  windowTokens: feedForward.facts.steps * 64,
  counts: feedForward.facts.counts5,
  copySteps: COPY_STEPS,
  ...copied("copyShort", "gru", 8, 4),
  ...copied("copyBarely", "gru", 8, 7),
  ...copied("copyEven", "gru", 8, 8),
  ...copied("copyLong", "gru", 8, 16),
  ...copied("copyElman", "elman", 8, 16),
  ...copied("copyLstm", "lstm", 8, 16),
  halfLife4: log(2) / log(1 + exp(-4))
});

/** The first steps of one run, which a test repeats. */
export const firstSteps = (): string => hash(timeline(recurrent, settings("gru"), {history: false}).at(5).state);

/** What the page says of them in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const of = (name: string): number => f[name] ?? NaN;
  return {
    tinyShrinks: of("tinyBack3") > 5 * of("tinyBack2") && of("tinyBack2") > 2 * of("tinyBack1"),
    tinyOpposed: of("tinyFromLast") > 0 && of("tinyFromFirst") < 0,
    elmanVanishes: of("elmanBack20") < 1e-3 && of("elmanBack30") < 1e-5,
    largeExplodes: of("elmanLargeBack10") > 10 && of("elmanLargeBack30") > 100,
    closedVanish: of("gruBack20") < 1e-3 && of("lstmBack20") < 1e-3,
    openKeeps: of("gruOpenBack30") > 0.3 && of("lstmOpenBack30") > 0.3,
    elmanFirst: of("elman50") < of("gru50") && of("gru50") < of("lstm50"),
    gruLast: of("gru300") < of("elman300") && of("elman300") < of("lstm300"),
    closeTogether: of("lstm300") - of("gru300") < 0.05,
    stillFalling: ["elman", "gru", "lstm"].every((cell) => of(`${cell}300`) < of(`${cell}250`) - 0.01),
    windowAhead: of("window") < of("gru300"),
    shortIsChance: Math.abs(of("copyShort") - 0.25) < 0.1 && Math.abs(of("copyBarely") - 0.25) < 0.1,
    evenLearns: of("copyEven") > 0.95 && of("copyLong") > 0.95,
    elmanBehind: of("copyElman") < of("copyLong") && of("copyLstm") > 0.95
  };
};
