/** A model of your own as a stage: four pure functions of a config. Here a table of logits, one row for each token, and its gradient. */
import {readFileSync} from "node:fs";
import {every, heldOut, key, run, ticks, timeline, windows, type WindowBatch} from "llm-first-principles";
import {crossEntropy, embedding, grad, item, mul, sub, tensor, zeros} from "llm-first-principles/tensor";
import type {Tensor} from "llm-first-principles/tensor";
import {take} from "rxjs";

interface Config {
  readonly corpus: string;
  readonly rate: number;
}

/** The loss in nats per token: the row of each token, against the token that follows. */
const loss = (table: Tensor, {inputs, targets}: WindowBatch): Tensor =>
  crossEntropy(embedding(table, tensor(inputs)), tensor(targets));

const bigram = ({corpus, rate}: Config) => {
  const {tokenizer, train, held} = heldOut(corpus);
  const size = tokenizer.vocabulary.tokens.length;
  const judged = windows(held, {seqLen: 32, batch: 32, key: key(0)})(0);
  return {
    tokenizer, // what else a stage returns is there for whoever opens it
    data: windows(train, {seqLen: 32, batch: 16, key: key(1)}),
    model: () => zeros([size, size]),
    step: (table: Tensor, batch: WindowBatch) => sub(table, mul(grad(loss)(table, batch), rate)),
    metrics: (table: Tensor) => ({nats: item(loss(table, judged))})
  };
};

const config = {corpus: readFileSync("node_modules/llm-first-principles/README.md", "utf8"), rate: 20};
const frames = ticks().pipe(run(bigram, config), take(201), every(100));
frames.subscribe({
  next: ({step, metrics}) => console.log(step, metrics.nats.toFixed(3)),
  complete: () => {
    const faster = timeline(bigram, config).fork(100, {rate: 60}); // whatever takes a stage takes this one
    console.log("fork", faster.at(200).metrics.nats.toFixed(3));
  }
});
