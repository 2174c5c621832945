/** What a small transformer is trained to say, four ways. */
export const OBJECTIVES = ["causal", "prefix", "masked", "spans"] as const;
export type ObjectiveName = (typeof OBJECTIVES)[number];

export const OBJECTIVE_NAMES: Readonly<Record<ObjectiveName, string>> = {
  causal: "causal",
  prefix: "prefix",
  masked: "masked",
  spans: "span corruption"
};

/** Letters of a window that an example is made of. */
export const WINDOW = 64;
export const TRAIN_STEPS = 1500;
export const TRAIN_EVERY = 50;
/** Windows of a step. */
export const ROWS = 16;

/** Ids behind those of letters: one that masks, and those that stand for spans. */
export const specialsOf = (letters: number) => ({
  mask: letters,
  sentinels: [letters + 1, letters + 2, letters + 3, letters + 4, letters + 5],
  vocabSize: letters + 6
});

/** A trained model, small enough to come with a page. */
export interface KeptObjective {
  /** Every so many steps: how many tokens it has been told so far, and the loss of its own task on held-out text, in nats a target. */
  readonly course: readonly {readonly step: number; readonly said: number; readonly loss: number}[];
  /** Tokens that it reads of a window. */
  readonly read: number;
  /** Nats for a letter of which 63 before it are known. */
  readonly next: number;
  /** Nats for a letter in the middle of a window, of which all others are known; undefined where it cannot be asked so. */
  readonly blank?: number;
  /** What it writes after a held-out passage, and how a larger model of the book judges the letters, in nats. */
  readonly written: {readonly text: string; readonly judged: number};
  /** A file of `saveInt8`, in base64, of those that the page asks live. */
  readonly weights?: string;
}

/** At how many places of a window it is told, in the mean over all that it was trained on. */
export function toldOf({course}: Pick<KeptObjective, "course">): number {
  const {step, said} = course.at(-1)!;
  return said / (step * ROWS);
}

export interface ObjectiveRuns {
  /** The vocabulary of letters, by id. */
  readonly tokens: readonly string[];
  readonly parameters: number;
  readonly runs: Readonly<Record<ObjectiveName, KeptObjective>>;
  /** The causal model, asked for a blank: by what stands before it alone, and by trying every letter. */
  readonly blankLeft: number;
  readonly blankTried: number;
  /** A masked model that fills all of a passage at once, and what the passage before it and the true one come to. */
  readonly atOnce: {readonly text: string; readonly judged: number};
  readonly truth: {readonly prompt: string; readonly judged: number};
}
