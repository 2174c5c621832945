/** What a workbench shows of every training: a stage's metrics have at least these. */
export interface BenchMetrics {
  /** Of the batch that comes next, in nats per token. */
  readonly batchLoss: number;
  /** Of held-out text, in nats per token. */
  readonly validationLoss: number;
  /** The length of the batch's gradient. */
  readonly gradientNorm: number;
  readonly learningRate: number;
  /** For each parameter, how long it is, its gradient, and the update that comes next. */
  readonly layers: readonly LayerMeasure[];
}

/** Lengths of one parameter, its gradient and its next update. */
interface LayerMeasure {
  readonly path: string;
  readonly weightNorm: number;
  readonly gradientNorm: number;
  readonly updateNorm: number;
}
