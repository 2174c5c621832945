/** How alike the places of a text become layer by layer, with and without the residual: fresh layers, and the kept model. */
import {hash} from "/lib/index.js";
import {add, crossEntropy, key, randomInteger, reshape, slice, sub, trace, type Tensor} from "/lib/tensor.js";
import {transformer, type Edit, type Transformer, type TransformerParams} from "/lib/transformer.js";
import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {ownShare, type Row} from "./averaging.js";
import {heldOutTexts} from "./heldOutTexts.js";
import type {ResidueName, ResidueRun} from "./residueSpec.js";

const [LAYERS, TOKENS, DRAWS] = [12, 32, 8];

/** What parts add, with what they are added to taken away before: so that only the parts’ own answers go on. */
function withoutResidual(): Edit {
  let stream: Tensor | undefined;
  return (name, x) => {
    if (name === "embedding" || name.endsWith(".residual")) stream = x;
    if (!/\.(attention|feedForward)\.output$/.test(name)) return x;
    const only = sub(x, stream!);
    stream = add(stream!, only);
    return only;
  };
}

const rowsOf = ({data, shape}: Tensor): readonly Row[] => {
  const width = shape.at(-1)!;
  return Array.from({length: data.length / width}, (_, i) => Array.from(data.slice(i * width, (i + 1) * width)));
};

/** The own share before and after each layer, and the logits. */
function seen(model: Transformer, params: TransformerParams, ids: Tensor, residual: boolean) {
  const options = residual ? {} : {edit: withoutResidual()};
  const {value: logits, activations} = trace((p: TransformerParams) => model.apply(p, ids, options))(params);
  const names = ["embedding", ...Array.from({length: model.config.layers}, (_, i) => `layers.${i}.residual`)];
  return {logits, own: names.map((name) => ownShare(rowsOf(activations[name]!)))};
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const means = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists[0]!.map((_, i) => Number(mean(lists.map((list) => list[i]!)).toPrecision(4)));

function fresh(name: ResidueName, residual: boolean, feedForward: "none" | "swiglu", draws = DRAWS): ResidueRun {
  const size = {vocabSize: 64, layers: LAYERS, width: 64, heads: 4, context: TOKENS} as const;
  const model = transformer({...size, causal: false, positions: "none", feedForward});
  const own = Array.from({length: draws}, (_, i) => {
    const ids = randomInteger(key(100 + i), [1, TOKENS], {from: 0, below: 64});
    return seen(model, model.init(key(i)), ids, residual).own;
  });
  return {name, own: means(own)};
}

function trained(name: ResidueName, residual: boolean): ResidueRun {
  const {model, params, encode} = openModel(kept.value as KeptModel);
  const all = heldOutTexts().map((text) => {
    const ids = encode(text);
    const {logits, own} = seen(model, params, ids, residual);
    const [, length = 0, vocabulary = 0] = logits.shape;
    const before = reshape(slice(logits, null, [0, length - 1]), [length - 1, vocabulary]);
    const loss = crossEntropy(before, reshape(slice(ids, null, [1, length]), [length - 1]));
    return {own, loss: loss.data[0]!};
  });
  return {name, own: means(all.map(({own}) => own)), loss: Number(mean(all.map(({loss}) => loss)).toFixed(4))};
}

export const value = (): readonly ResidueRun[] => [
  fresh("freshWithout", false, "none"),
  fresh("freshWith", true, "none"),
  fresh("freshForward", false, "swiglu"),
  trained("trainedWithout", false),
  trained("trainedWith", true)
];

/** The first draw of fresh layers, which a test repeats. */
export const firstSteps = (): string =>
  hash([fresh("freshWithout", false, "none", 1), fresh("freshWith", true, "none", 1)]);
