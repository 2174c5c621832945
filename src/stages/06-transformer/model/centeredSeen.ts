/** A model with LayerNorm beside the same one, centered. */
import {key, layerNorm, ones, randomNormal, rmsNorm, splitKey, tensor, trace, zeros, type Tensor} from "/lib/tensor.js";
import {gpt2, transformer, type TransformerParams} from "/lib/transformer.js";
import {centered, centeredRows} from "./centered.js";

const apart = (a: Tensor, b: Tensor): number => Math.max(...Array.from(a.data, (x, i) => Math.abs(x - b.data[i]!)));
const size = (a: Tensor): number => Math.max(...Array.from(a.data, Math.abs));

/** The largest mean over the numbers of a row of [.., width]. */
const largestMean = ({data, shape}: Tensor): number => {
  const width = shape.at(-1)!;
  const sums = Array.from({length: data.length / width}, (_, row) =>
    Array.from(data.slice(row * width, (row + 1) * width)).reduce((sum, x) => sum + x, 0)
  );
  return Math.max(...sums.map((sum) => Math.abs(sum) / width));
};

interface CenteredSeen {
  /** How far logits are apart, as a share of the largest. */
  readonly logits: number;
  /** The largest mean of a token’s vector, after the last block: of the model, and of the centered one. */
  readonly mean: number;
  readonly centeredMean: number;
  /** Between LayerNorm of random rows and RMSNorm of the same rows, centered. */
  readonly norms: number;
}

export function centeredSeen(): CenteredSeen {
  const [first, second] = splitKey(key(3), 2) as [ReturnType<typeof key>, ReturnType<typeof key>];
  // untied, since a table that is centered for reading must not change for the last product
  const model = transformer(
    gpt2({vocabSize: 40, layers: 3, width: 32, heads: 4, context: 16, tied: false, deviation: 0.2})
  );
  const params = model.init(first);
  const ids = tensor([Array.from({length: 16}, (_, i) => (i * 7) % 40)], {dtype: "int32"});
  const seen = (p: TransformerParams) => trace((each: TransformerParams) => model.apply(each, ids))(p).activations;
  const [plain, without] = [seen(params), seen(centered(params))];
  const rows = randomNormal(second, [8, 32]);
  return {
    logits: apart(plain["logits"]!, without["logits"]!) / size(plain["logits"]!),
    mean: largestMean(plain["layers.2.residual"]!),
    centeredMean: largestMean(without["layers.2.residual"]!),
    norms: apart(
      layerNorm(rows, ones([32]), zeros([32]), {epsilon: 0}),
      rmsNorm(centeredRows(rows), ones([32]), {epsilon: 0})
    )
  };
}
