/** A model as a stage: four pure functions of a config. Here a table of logits, one row for each token, and its gradient. */
import {heldOut, key, windows, type Opened, type Tokenizer, type WindowBatch} from "llm-first-principles";
import {crossEntropy, embedding, grad, item, mul, sub, tensor, zeros, type Tensor} from "llm-first-principles/tensor";

export interface BigramConfig {
  readonly corpus: string;
  /** How far a step goes down the gradient: 20 unless it is named. */
  readonly rate?: number;
  readonly seed?: number;
}

export interface BigramMetrics {
  /** Of held-out text, in nats a token. */
  readonly validationLoss: number;
}

/** The loss in nats a token: the row of each token, against the token that follows. */
const loss = (table: Tensor, {inputs, targets}: WindowBatch): Tensor =>
  crossEntropy(embedding(table, tensor(inputs)), tensor(targets));

/** Learns which token follows which. */
export function bigram({
  corpus,
  rate = 20,
  seed = 1
}: BigramConfig): Opened<WindowBatch, Tensor, BigramMetrics> & {readonly tokenizer: Tokenizer} {
  const {tokenizer, train, held} = heldOut(corpus);
  const size = tokenizer.vocabulary.tokens.length;
  const judged = windows(held, {seqLen: 32, batch: 32, key: key(0)})(0);
  return {
    tokenizer, // what else a stage returns is there for whoever opens it
    data: windows(train, {seqLen: 32, batch: 16, key: key(seed)}),
    model: () => zeros([size, size]),
    step: (table, batch) => sub(table, mul(grad(loss)(table, batch), rate)),
    metrics: (table) => ({validationLoss: item(loss(table, judged))})
  };
}
