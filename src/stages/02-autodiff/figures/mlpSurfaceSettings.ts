import type {ScalarMlpConfig} from "/lib/stages/autodiff.js";
import type {Control} from "../../../components/figure/control.js";
import {action, choice, select, slider} from "../../../components/figure/controls.js";
import type {Moment} from "../../../components/figure/moment.js";
import {picker, SCORE, type Target} from "./mlpSurfaceTarget.js";

export type Dataset = NonNullable<ScalarMlpConfig["dataset"]>;
type Activation = NonNullable<ScalarMlpConfig["activation"]>;

/** What a reader sets. Lists and numbers of which only some are sensible are texts, for menus. */
export interface Settings {
  readonly dataset: Dataset;
  readonly noise: number;
  readonly samples: number;
  readonly hidden: string;
  readonly activation: Activation;
  readonly rate: string;
  /** The learning rate after the fork. */
  readonly after: string;
  /** How often other points were asked for. */
  readonly draw: number;
  readonly show: "weights" | "gradients";
  readonly target: Target;
}

export type Value = Partial<Settings> & {readonly time: Moment};

export const STEPS = 300;

const defaults: Settings = {
  dataset: "twoMoons",
  noise: 0.15,
  samples: 120,
  hidden: "8",
  activation: "tanh",
  rate: "0.1",
  after: "0.3",
  draw: 0,
  show: "weights",
  target: SCORE
};

/** All settings: those that have no control are as they are by default. */
export const settingsOf = ({time: _, ...some}: Value): Settings => ({...defaults, ...some});

export const layersOf = (hidden: string): readonly number[] => (hidden === "none" ? [] : hidden.split("-").map(Number));

/** The config of a run, with what the library would choose anyway left out. */
export const configOf = ({dataset, noise, samples, hidden, activation, rate, draw}: Settings) => ({
  dataset,
  samples,
  noise,
  hidden: layersOf(hidden),
  activation,
  learningRate: Number(rate),
  ...(draw === 0 ? {} : {seed: draw + 1})
});

export const DATASETS: Readonly<Record<Dataset, string>> = {
  twoMoons: "Two moons",
  xor: "XOR",
  circles: "Circles",
  spirals: "Spirals"
};

const HIDDEN = ["none", "2", "4", "8", "4-4", "8-8", "6-6-6"] as const;
export const hiddenName = (hidden: string): string =>
  hidden === "none" ? "none: a line" : hidden.split("-").join(", ");

const RATES = ["0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"] as const;
const rateMenu = (label: string, value: string): Control<string> => select<string>(RATES, {label, value});

/** The controls of the figure; with `compact`, only those that a first look needs. */
export function settingControls(compact: boolean) {
  const hidden: Control<string> = select<string>(HIDDEN, {
    label: "Hidden neurons",
    value: defaults.hidden,
    format: hiddenName
  });
  const few = {
    dataset: select<Dataset>(["twoMoons", "xor", "circles", "spirals"], {
      label: "Points",
      format: (id) => DATASETS[id]
    }),
    hidden,
    rate: rateMenu("Learning rate", defaults.rate)
  };
  const looks = {
    show: choice<Settings["show"]>(["weights", "gradients"], {label: "Edges show"}),
    target: picker(() => [2, ...layersOf(hidden.value), 1])
  };
  if (compact) return {...few, ...looks};
  return {
    dataset: few.dataset,
    noise: slider([0, 0.5], {label: "Noise", value: defaults.noise, step: 0.05, format: (v) => v.toFixed(2)}),
    samples: slider([40, 400], {label: "How many", value: defaults.samples, step: 40}),
    hidden,
    activation: select<Activation>(["tanh", "relu", "sigmoid", "sin"], {label: "Activation"}),
    rate: few.rate,
    after: rateMenu("After the fork", defaults.after),
    ...looks,
    draw: action({label: "Other points"})
  };
}
