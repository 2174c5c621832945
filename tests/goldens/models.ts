import {valueAndGrad} from "../../lib/autodiff/grad.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import * as files from "../../lib/interop.js";
import * as models from "../../lib/transformer.js";
import {compare, kinds, read} from "./tensor.js";
import {numbers, type Check, type Families, type GoldenCase} from "./types.js";

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

export const families: Families = {model_llama: model, model_gpt2: model, decode_kv_cache: kvCache};
