export * from "./curriculum.js";
export {roundToBfloat16} from "./core/bfloat16.js";
export * from "./core/checkFields.js";
export * from "./core/errors.js";
export {settled} from "./core/fields.js";
export type {
  About,
  ChoiceField,
  Field,
  FieldOf,
  Fields,
  FieldsOf,
  NumberField,
  SizesField,
  SwitchField,
  TextField
} from "./core/fields.js";
export * from "./core/hash.js";
export * from "./core/information.js";
export * from "./core/sequenceInformation.js";
export {load} from "./core/load.js";
export {save} from "./core/save.js";
export * from "./core/stage.js";
export {exp, expm1} from "./core/math/exp.js";
export {log, log1p, log2, log10} from "./core/math/log.js";
export {pow} from "./core/math/pow.js";
export {tanh} from "./core/math/tanh.js";
export {cos, sin, tan} from "./core/math/trig.js";
export {erf} from "./core/math/erf.js";
export {fold, key, split as splitKey} from "./core/random/key.js";
export type {Key} from "./core/random/threefry.js";
export {threefry2x32} from "./core/random/threefry.js";
export {bits, uniform, uniformFromBits} from "./core/random/uniform.js";
export {normal} from "./core/random/normal.js";
export {categorical, inverseCdf} from "./core/random/categorical.js";
export {permutation, shuffle} from "./core/random/permutation.js";
export {foldTree, leaves, mapTree, zipTree, type Atom, type Leaf, type Leaves, type Mapped} from "./core/tree.js";
export * from "./text/characters.js";
export * from "./text/corpus.js";
export * from "./text/documents.js";
export * from "./text/heaps.js";
export * from "./text/heldOut.js";
export * from "./text/logLogFit.js";
export type {Ids} from "./text/ids.js";
export * from "./text/readFile.js";
export {checkText, readText, requireLength, textLimit, type ReadTextOptions} from "./text/readText.js";
export * from "./text/statistics.js";
export type {Tokenizer, TokenizerOptions} from "./text/tokenizer.js";
export * from "./text/tokenParts.js";
export {measureText, type TextSize} from "./text/utf8.js";
export * from "./text/vocabulary.js";
export * from "./text/windows.js";
export * from "./text/words.js";
export * from "./text/zipf.js";
export {chain} from "./decode/chain.js";
export type {Choice} from "./decode/choice.js";
export * from "./decode/generation.js";
export {greedy} from "./decode/greedy.js";
export type {LogitsRule, Predict} from "./decode/logits.js";
export type {MinKeep} from "./decode/settings.js";
export * from "./decode/minP.js";
export * from "./decode/penalties.js";
export * from "./decode/softmax.js";
export * from "./decode/temperature.js";
export * from "./decode/topK.js";
export * from "./decode/topP.js";
export * from "./decode/typical.js";
export * from "./reactive/abortedBy.js";
export * from "./reactive/allFinite.js";
export {batches} from "./reactive/batches.js";
export * from "./reactive/bestSoFar.js";
export * from "./reactive/clock.js";
export * from "./reactive/earlyStopping.js";
export * from "./reactive/evaluating.js";
export * from "./reactive/every.js";
export * from "./reactive/macrotaskScheduler.js";
export * from "./reactive/measuring.js";
export type {Moment, Numbered, Origin} from "./reactive/moment.js";
export * from "./reactive/native.js";
export * from "./reactive/progress.js";
export {remote, type Remote, type RemoteOf, type RemoteOptions} from "./reactive/remote.js";
export * from "./reactive/run.js";
export {seek} from "./reactive/seek.js";
export type {Seekable, SeekOptions} from "./reactive/seekable.js";
export {serve, type ServeOptions} from "./reactive/serve.js";
export type {SliceOptions} from "./reactive/timeline/slice.js";
export type {Memory} from "./reactive/timeline/snapshots.js";
export type {Watching} from "./reactive/worker/link.js";
export type {EmitterPort, EventPort, Port, PortEvent} from "./reactive/worker/port.js";
export * from "./reactive/worker/served.js";
export {StageError, type Part} from "./reactive/stageError.js";
export {strides, type StridesOptions} from "./reactive/strides.js";
export * from "./reactive/ticks.js";
export {timeline, type TakenUp, type Timeline, type TimelineOptions} from "./reactive/timeline.js";
export * from "./reactive/toAsyncIterable.js";
export * from "./reactive/training.js";
