import type {Command} from "commander";
import {EXIT} from "../exit.js";
import {table} from "../files/table.js";
import {MODELS, modelFields, type ModelName} from "../models/modelFields.js";
import {addFieldFlags, flagValues} from "../settings/fieldFlags.js";
import {settle} from "../settings/settle.js";
import {jsonLine, type Terminal} from "../terminal.js";
import type {Rate} from "../bench/rate.js";
import {commandOf, realOf, wholeOf} from "./command.js";

type Options = Readonly<Record<string, unknown>> & {
  readonly seconds: string;
  readonly threads: string;
  readonly json?: boolean;
};

const EXAMPLE = `
llmfp bench --width 128 --layers 4 --context 128
llmfp bench shakespeare.txt --model recurrent --threads 2 --json`;

const DRAWN = 200_000; // characters

const whole = (x: number): string => Math.round(x).toLocaleString("en");
const shown = ({median, low, high, rounds}: Rate): readonly string[] => [
  `${whole(median)} tokens/s`,
  `${whole(low)} to ${whole(high)}`,
  `${rounds} rounds`
];

/** Times a model. Its flags are the settings of the model that is named among the arguments. */
export function benchCommand(model: ModelName, terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("bench", "Time training and writing with some settings, on this machine", EXAMPLE)
    .argument("[corpus...]", "files, folders or - (default: a text of drawn words, the same for everybody)")
    .option("--model <name>", `what is timed: ${MODELS.join(", ")} (default: transformer)`)
    .option("--seconds <x>", "of each measurement, at least", "3")
    .option("--threads <n>", "that compute", "1")
    .option("--json", "one line of JSON")
    .optionsGroup(`Settings of the ${model}:`);
  addFieldFlags(command, modelFields[model]);
  return command.action(async (paths: readonly string[], options: Options) => {
    const seconds = realOf("--seconds", options.seconds, {least: 0, most: 3600});
    const threads = wholeOf("--threads", options.threads, 1);
    const config = settle(modelFields[model], flagValues(modelFields[model], options));
    const [{benchModel, drawnText}, {openModel}, {readCorpus}, {environment}, {closeThreads, openThreads}] =
      await Promise.all([
        import("../bench/benchModel.js"),
        import("../models/openModel.js"),
        import("../files/corpus.js"),
        import("../runs/environment.js"),
        import("llm-first-principles/tensor")
      ]);
    const text = paths.length === 0 ? drawnText(DRAWN) : (await readCorpus(paths)).text;
    try {
      await openThreads(threads);
      const bench = benchModel(openModel(model, config, text), text, seconds);
      const machine = environment(threads);
      const {training, writing, batched, tokensPerStep} = bench;
      const {processor, platform, cores, node, version} = machine;
      const method =
        "each the median of its rounds, and their quartiles, after warming up; a round takes some 0.2 s; " +
        "training with its batches and updates, without measuring";
      terminal.out(
        options.json === true
          ? jsonLine({model, config, ...bench, machine, method})
          : table([
              ["training", ...shown(training)],
              ["writing one text", ...shown(writing)],
              ["writing eight at once", ...shown(batched)]
            ]) +
              `\n${table([
                [
                  "steps",
                  `${(training.median / tokensPerStep).toPrecision(3)} a second, of ${whole(tokensPerStep)} tokens`
                ],
                ["machine", `${processor}, ${platform}, ${threads} of ${cores} cores, Node ${node}, llmfp ${version}`],
                ["method", method]
              ])}`
      );
    } finally {
      closeThreads();
    }
    ended(EXIT.good);
  });
}
