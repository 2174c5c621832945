import {valueAndGrad} from "../../lib/autodiff/grad.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {toNested} from "../../lib/tensor/make.js";
import * as t from "../../lib/tensor.js";
import * as files from "../../lib/interop.js";
import * as models from "../../lib/transformer.js";
import {compare, kinds, read} from "./tensor.js";
import {number, numbers, type Check, type Families, type GoldenCase} from "./types.js";

/** A case has no size of its context where it is rotary: any that is long enough will do. */
const configOf = ({config}: GoldenCase): models.FullTransformerConfig =>
  files.fromHuggingFaceConfig({max_position_embeddings: 16, ...config});

const weightsOf = ({inputs}: GoldenCase, dtype: "float32" | "float64"): files.NamedTensors =>
  Object.fromEntries(
    Object.entries(inputs["weights"] as Readonly<Record<string, unknown>>).map(([name, value]) => [
      name,
      read(value, dtype)
    ])
  );

/** Logits, loss, and the gradient of each parameter, under the names of the file. */
function model(golden: GoldenCase): readonly Check[] {
  const {inputs, expected} = golden;
  const full = configOf(golden);
  const {apply} = models.transformer(full);
  const grads = expected["grads"] as Readonly<Record<string, unknown>> | undefined;
  return kinds(golden).flatMap(([dtype, forward, backward]) => {
    const params = files.fromHuggingFaceWeights(full, weightsOf(golden, dtype));
    const [ids, targets] = [read(inputs["ids"], dtype), read(inputs["targets"], dtype)];
    const loss = (p: models.TransformerParams): Tensor => t.crossEntropy(apply(p, ids), targets);
    const found = valueAndGrad(loss)(params);
    const named = files.toHuggingFaceWeights(full, found.grads);
    const back = files.toHuggingFaceWeights(full, params);
    return [
      compare(`${dtype} logits`, apply(params, ids), expected["logits"], forward),
      compare(`${dtype} loss`, found.value, expected["loss"], forward),
      ...Object.entries(grads ?? {}).map(([name, value]) =>
        compare(`${dtype} gradient of ${name}`, named[name]!, value, backward)
      ),
      ...Object.entries(inputs["weights"] as object).map(([name, value]) =>
        compare(`${dtype} ${name}, written again`, back[name]!, value, 0)
      )
    ];
  });
}

const headsFirst = (x: Tensor): Tensor => t.transpose(x, [0, 2, 1, 3]);

/** Ids fed in chunks: the logits of all, and what is kept after the last, for every row in a cache of its own. */
function kvCache(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const full = configOf(golden);
  const model = models.transformer(full);
  return kinds(golden).flatMap(([dtype, forward]) => {
    const params = files.fromHuggingFaceWeights(full, weightsOf(golden, dtype));
    const ids = read(inputs["ids"], dtype);
    let [at, caches] = [0, Array.from({length: ids.shape[0]!}, () => models.emptyCache)];
    const parts: Tensor[] = [];
    for (const count of numbers(config["chunks"])) {
      const next = models.readOn(model, params, t.slice(ids, null, [at, at + count]), caches);
      [at, caches] = [at + count, [...next.caches]];
      parts.push(next.logits);
    }
    const kept = caches.map((cache) => models.cachedTensors(model, cache));
    const layer = (i: number, part: "key" | "value") =>
      headsFirst(
        t.concat(
          kept.map((layers) => layers[i]![part]),
          0
        )
      );
    return [
      compare(`${dtype} logits`, t.concat(parts, 1), expected["logits"], forward),
      ...(["key", "value"] as const).flatMap((part) =>
        (expected[`${part}s`] as readonly unknown[]).map((value, i) =>
          compare(`${dtype} ${part}s of layer ${i}`, layer(i, part), value, forward)
        )
      )
    ];
  });
}

const patternsOf = (model: models.Transformer, params: models.TransformerParams, ids: Tensor): readonly Tensor[] => {
  const {activations} = t.trace((p: models.TransformerParams) => model.apply(p, ids, {patterns: true}))(params);
  return Array.from({length: model.config.layers}, (_, i) => activations[`layers.${i}.attention.pattern`]!);
};

function lens(golden: GoldenCase): readonly Check[] {
  const full = configOf(golden);
  const model = models.transformer(full);
  const params = files.fromHuggingFaceWeights(full, weightsOf(golden, "float64"));
  const ids = read(golden.inputs["ids"], "float64");
  const seen = {...models.logitLens(model, params, ids), patterns: patternsOf(model, params, ids)};
  return Object.entries(golden.expected).flatMap(([name, list]) =>
    (list as readonly unknown[]).map((value, i) => compare(`${name} ${i}`, seen[name as keyof typeof seen][i]!, value))
  );
}

function patching(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const full = configOf(golden);
  const model = models.transformer(full);
  const params = files.fromHuggingFaceWeights(full, weightsOf(golden, "float64"));
  const [clean, corrupted] = ["cleanIds", "corruptedIds"].map((name) => read(inputs[name], "float64")) as [
    Tensor,
    Tensor
  ];
  const length = clean.shape[1]!;
  const last = (ids: Tensor, edit?: models.Edit): Tensor =>
    t.reshape(t.slice(model.apply(params, ids, edit === undefined ? {} : {edit}), null, [length - 1, length]), [-1]);
  const {activations} = t.trace((p: models.TransformerParams) => model.apply(p, clean))(params);
  const [first, second] = numbers(config["tokens"]) as [number, number];
  const gap = (logits: Tensor): number => logits.data[first]! - logits.data[second]!;
  const [cleanLogits, corruptedLogits] = [last(clean), last(corrupted)];
  const rows = Array.from({length: full.layers + 1}, (_, blocks) =>
    Array.from({length}, (__, at) =>
      last(corrupted, models.patchResidual(blocks, at, activations[models.residualName(blocks)]!))
    )
  );
  const heads = (ids: Tensor, other: (x: Tensor) => Tensor) =>
    t.stack(
      Array.from({length: full.layers}, (_, layer) => {
        const answers = other(activations[`layers.${layer}.attention.heads`]!);
        return t.stack(
          Array.from({length: full.heads}, (__, head) => last(ids, models.patchHead(layer, head, answers)))
        );
      })
    );
  const effects = rows.map((row) =>
    row.map((logits) => (gap(logits) - gap(corruptedLogits)) / (gap(cleanLogits) - gap(corruptedLogits)))
  );
  const found = {
    cleanLogits,
    corruptedLogits,
    residualPatched: t.stack(rows.map((row) => t.stack(row))),
    effect: t.tensor(effects, "float64"),
    headPatched: heads(corrupted, (x) => x),
    headAblated: heads(clean, (x) => t.zerosLike(x))
  };
  return Object.entries(expected).map(([name, value]) => compare(name, found[name as keyof typeof found], value));
}

function induction({inputs, config, expected}: GoldenCase): readonly Check[] {
  const patterns = toNested(
    read(inputs["patterns"], "float64")
  ) as readonly (readonly (readonly (readonly number[])[])[])[];
  const scores = patterns.map((heads) => heads.map((pattern) => models.headScores(pattern, number(config["period"]))));
  return Object.entries(expected).map(([name, value]) =>
    compare(
      name,
      t.tensor(
        scores.map((heads) => heads.map((each) => each[name as keyof typeof each])),
        "float64"
      ),
      value
    )
  );
}

export const families: Families = {
  interp_logit_lens: lens,
  interp_patching: patching,
  interp_induction: induction,
  model_llama: model,
  model_gpt2: model,
  decode_kv_cache: kvCache
};
