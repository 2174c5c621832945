import zoo from "../model/headZoo.json" with {type: "json"};
import runs from "../model/headRuns.json" with {type: "json"};
import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {attentionSize, rankOf, scoreMap} from "../model/headRanks.js";

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** What was measured of the heads of the kept model, of models with more and fewer heads, and of one score map. */
export function facts() {
  const {loss, heads} = zoo.value;
  const rises = heads.map((head) => ({...head, rise: head.silenced - loss}));
  const missed = rises.reduce((a, b) => (b.rise > a.rise ? b : a));
  const previous = rises.reduce((a, b) => (b.previous > a.previous ? b : a));
  const twin = rises.filter((head) => head !== previous).reduce((a, b) => (b.previous > a.previous ? b : a));
  const space = rises.reduce((a, b) => (b.space > a.space ? b : a));
  const layerRise = (layer: number): number => mean(rises.filter((head) => head.layer === layer).map(({rise}) => rise));
  const {model, params} = openModel(kept.value as KeptModel);
  const {width, headDim} = model.config;
  const {query, key} = params.layers[0]!.attention;
  const columns = (x: {readonly data: ArrayLike<number>}): readonly (readonly number[])[] =>
    Array.from({length: width}, (_, row) => Array.from({length: headDim}, (__, i) => x.data[row * width + i]!));
  const at = (n: number): number => mean(runs.value.find((run) => run.heads === n)!.losses);
  const best = runs.value.reduce((a, b) => (mean(b.losses) < mean(a.losses) ? b : a));
  return {
    loss,
    missedLayer: missed.layer,
    missedHead: missed.head,
    missedRise: missed.rise,
    missedItself: missed.itself,
    previousLayer: previous.layer,
    previousHead: previous.head,
    previousShare: previous.previous,
    previousRise: previous.rise,
    twinLayer: twin.layer,
    twinHead: twin.head,
    twinShare: twin.previous,
    twinRise: twin.rise,
    spaceLayer: space.layer,
    spaceHead: space.head,
    spaceShare: space.space,
    first: layerRise(1),
    last: layerRise(4),
    width,
    headDim,
    rank: rankOf(scoreMap(columns(query.weight), columns(key.weight)), 1e-6),
    one: at(1),
    four: at(4),
    eight: at(8),
    thirtyTwo: at(32),
    bestHeads: best.heads,
    bestLoss: mean(best.losses),
    seedGap: Math.max(...runs.value.map(({losses}) => Math.abs(losses[0]! - losses[1]!))),
    size64: attentionSize(64, 4),
    shared64: attentionSize(64, 4, 1)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  alikeButLess:
    f.twinShare > 0.9 * f.previousShare && f.twinRise < 0.5 * f.previousRise && f.twinLayer > f.previousLayer,
  missedMost: f.missedItself > 0.4 && f.missedRise > f.previousRise,
  firstMatters: f.first > 5 * f.last,
  rankIsHead: f.rank === f.headDim,
  someBeatOne: f.bestLoss < f.one - 0.02 && f.bestHeads > 1,
  tooManyLose: f.thirtyTwo > f.bestLoss + 0.02
});
