import type {FieldsOf} from "/lib/index.js";
import type {TextChoice} from "../corpus/textSource.js";
import type {BenchMetrics} from "./benchMetrics.js";
import type {HashHere} from "./hashHere.js";
import type {Baseline} from "./look.js";
import type {Logged} from "./loggedAt.js";

/** A run that was computed before, so that there is something to scrub before anything trains. */
export interface KeptRun {
  readonly log: readonly Logged<BenchMetrics>[];
  readonly baselines: readonly Baseline[];
  readonly samples: readonly {readonly step: number; readonly text: string}[];
  /** The fingerprint of the last state. */
  readonly hash: string;
}

/** A pathology: a run to diagnose, whose settings are told only afterwards. */
interface Case<C> {
  readonly id: string;
  readonly label: string;
  readonly change: Partial<C>;
}

/** What a workbench is for. `C` is the config of its stage, of which the text is chosen apart. */
export interface WorkbenchSpec<C extends object, M extends BenchMetrics> {
  /** In kebab case and unique on the site. */
  readonly name: string;
  readonly title: string;
  readonly caption: string | Node;
  readonly fields: FieldsOf<C>;
  /** Settings in the form, in order. */
  readonly shown: readonly (keyof C & string)[];
  /** Settings that may change on the way: those that leave the state's form alone. */
  readonly forkable: readonly (keyof C & string)[];
  /** Values in the form at first, where they are not the stage's defaults. */
  readonly start?: Partial<C>;
  readonly corpora: readonly {readonly id: string; readonly title: string}[];
  /** A whole config, from the form's settings and the text. */
  readonly configOf: (settings: Partial<C>, text: string, choice: TextChoice) => C;
  readonly steps: number;
  /** Steps from one measurement to the next. */
  readonly every: number;
  readonly worker: () => Worker;
  /** The name under which the worker serves the stage. */
  readonly stage: string;
  /** What computes fingerprints on the page, for whoever wants a proof. */
  readonly here: () => Promise<HashHere<C>>;
  /** The run of the form's first settings on the first text, of a patient or of the healthy one. */
  readonly kept?: (patient: string) => Promise<KeptRun | undefined>;
  readonly cases?: readonly Case<C>[];
  /** A script that repeats the run in Node; none where it would tell what is to be found out. */
  readonly code?: (
    config: C,
    choice: TextChoice,
    step: number,
    forks: readonly {readonly from: number; readonly change: Partial<C>}[]
  ) => string;
  /** Paths of layers whose updates are drawn. */
  readonly layers: (log: M) => readonly string[];
  readonly sample?: {readonly length: number; readonly temperature: number};
  /** Nats per token above which lines are cut off, so that what lies below can be told apart. */
  readonly ceiling?: number;
  /** Lines of what the model writes that stand beside the loss, in the place of gradients and updates. */
  readonly story?: number;
  /** Files of the trained model for other programs, made of the checkpoint of the run as it stands. */
  readonly takeAway?: readonly {
    readonly label: string;
    readonly of: (checkpoint: Uint8Array, config: C) => Promise<{readonly name: string; readonly bytes: Uint8Array}>;
  }[];
  /** What stands beside the losses of a run, such as bits per character. */
  readonly measures: readonly {readonly label: string; readonly of: (metrics: M) => number}[];
  /** Tokens of one step, for the rate. */
  readonly tokens: (config: C) => number;
}
