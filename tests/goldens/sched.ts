import * as s from "../../lib/tensor.js";
import {number, numbers, type Families, type GoldenCase} from "./types.js";

type Config = Readonly<Record<string, number>>;

/** Every schedule of the files, from a config with their names for settings. */
const makers: Readonly<Record<string, (c: Config, words: GoldenCase["config"]) => s.Schedule>> = {
  cosine: ({learningRate, totalSteps, minLearningRate}) =>
    s.cosineSchedule({learningRate: learningRate!, totalSteps: totalSteps!, minLearningRate: minLearningRate!}),
  exponential: ({learningRate, gamma}) => s.exponentialSchedule({learningRate: learningRate!, gamma: gamma!}),
  inverseSqrt: ({learningRate, warmupSteps}) =>
    s.inverseSqrtSchedule({learningRate: learningRate!, warmupSteps: warmupSteps!}),
  linear: ({learningRate, startFactor, endFactor, totalSteps}) =>
    s.linearSchedule({
      learningRate: learningRate!,
      startFactor: startFactor!,
      endFactor: endFactor!,
      totalSteps: totalSteps!
    }),
  oneCycle: ({learningRate, totalSteps, warmupFraction, initialDivisor, finalDivisor}, words) =>
    s.oneCycleSchedule({
      learningRate: learningRate!,
      totalSteps: totalSteps!,
      warmupFraction: warmupFraction!,
      initialDivisor: initialDivisor!,
      finalDivisor: finalDivisor!,
      anneal: words["anneal"] as "cosine" | "linear"
    }),
  step: ({learningRate, stepSize, gamma}) =>
    s.stepSchedule({learningRate: learningRate!, stepSize: stepSize!, gamma: gamma!}),
  warmRestarts: ({learningRate, firstPeriod, multiplier, minLearningRate}) =>
    s.warmRestartsSchedule({
      learningRate: learningRate!,
      firstPeriod: firstPeriod!,
      multiplier: multiplier!,
      minLearningRate: minLearningRate!
    }),
  warmupCosine: ({learningRate, warmupSteps, totalSteps, minLearningRate}) =>
    s.warmupSchedule(
      warmupSteps!,
      s.cosineSchedule({
        learningRate: learningRate!,
        totalSteps: totalSteps! - warmupSteps!,
        minLearningRate: minLearningRate!
      })
    ),
  warmupLinear: ({learningRate, warmupSteps, totalSteps}) =>
    s.warmupSchedule(
      warmupSteps!,
      s.linearSchedule({learningRate: learningRate!, totalSteps: totalSteps! - warmupSteps!})
    ),
  wsd: ({learningRate, warmupSteps, totalSteps, decaySteps, minLearningRate}, words) =>
    s.warmupStableDecaySchedule({
      learningRate: learningRate!,
      warmupSteps: warmupSteps!,
      totalSteps: totalSteps!,
      decaySteps: decaySteps!,
      minLearningRate: minLearningRate!,
      decay: words["decay"] as s.Fall
    })
};

const rates = ({config, inputs, expected}: GoldenCase) => {
  const settings = Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => (typeof value === "number" ? [[name, number(value)]] : []))
  );
  const schedule = makers[String(config["schedule"])]!(settings, config);
  return [
    {
      what: "learning rates",
      actual: numbers(inputs["steps"]).map(schedule),
      expected: numbers(expected["learningRates"])
    }
  ];
};

const names = ["cosine", "exponential", "inverse_sqrt", "linear", "one_cycle", "step", "warm_restarts"];
const warm = ["warmup_cosine", "warmup_linear", "wsd"];

/** Learning rates at each step. */
export const families: Families = Object.fromEntries([...names, ...warm].map((name) => [`sched_${name}`, rates]));
