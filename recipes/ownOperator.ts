/** An operator of your own between `batches` and `training`: batches in another order. Counts forget it, and the proof is a hash. */
import {readFileSync} from "node:fs";
import {batches, fold, hash, key, measuring, shuffle, ticks, training} from "llm-first-principles";
import type {Key, Numbered} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
import {bufferCount, concatMap, lastValueFrom, tap, type MonoTypeOperatorFunction} from "rxjs";

/** Passes every `size` batches in an order that only the key and their place decide. */
const shuffled =
  <B>(size: number, order: Key): MonoTypeOperatorFunction<Numbered<B>> =>
  (source) =>
    source.pipe(
      bufferCount(size),
      concatMap((group, i) => shuffle(fold(order, i), group))
    );

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const opened = markov({corpus, batchSize: 1000});
const asRead = ticks().pipe(batches(opened), training(opened), measuring(opened));

const order: number[] = [];
const mixed = ticks().pipe(
  batches(opened),
  shuffled(8, key(1)),
  tap(({step}) => order.push(step)),
  training(opened),
  measuring(opened)
);

const [one, other] = [await lastValueFrom(asRead), await lastValueFrom(mixed)];
console.log("order", order.slice(0, 8).join(" "));
console.log("bits per character", other.metrics.validationBitsPerCharacter.toFixed(3));
console.log("same model", hash(one.state) === hash(other.state));
