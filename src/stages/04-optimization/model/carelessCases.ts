/** The clinic of training loops: what all runs have in common, and what each has that is wrong. */
import type {CarelessConfig} from "./careless.js";

export const LOOP_STEPS = 600;
export const LOOP_EVERY = 10;

/** What the healthy run is. */
export const loopStart = {
  context: 5,
  width: 12,
  hidden: [64],
  learningRate: 0.005,
  batchSize: 64,
  scored: 1500
} as const;

interface Case {
  readonly id: string;
  readonly label: string;
  readonly change: Partial<CarelessConfig>;
}

/** What was done to each is told after the diagnosis. */
export const loopCases: readonly Case[] = [
  {id: "a", label: "run A", change: {schedule: "cosine", totalSteps: 120}},
  {id: "b", label: "run B", change: {weightDecay: 5}},
  {id: "c", label: "run C", change: {fault: "forgetful", learningRate: 0.02}},
  {id: "d", label: "run D", change: {optimizer: "sgd", learningRate: 0.3, clip: 0.01}},
  {id: "e", label: "run E", change: {fault: "one batch"}},
  {id: "f", label: "run F", change: {fault: "sorted"}}
];

/** What the run is called that has nothing. */
export const HEALTHY_LOOP = "healthy";

/** A config of the clinic, from a form and a text of names. */
export const loopConfig = (settings: Partial<CarelessConfig>, corpus: string): CarelessConfig => ({
  ...loopStart,
  ...settings,
  corpus,
  documents: true
});
