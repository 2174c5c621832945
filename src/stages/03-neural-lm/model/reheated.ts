/** Predictions at another temperature: how good they are, and whether they are as often right as they say. */
import {log, softmax} from "/lib/index.js";
import {brierScore, calibration, topKAccuracy, type Calibration} from "/lib/tensor.js";

/** Logits of each place, and the token that came there. */
export interface Predictions {
  readonly logits: readonly ArrayLike<number>[];
  readonly labels: readonly number[];
}

export interface Reheated {
  /** Nats per token. */
  readonly loss: number;
  readonly brier: number;
  /** How often the likeliest token came, and how often one of the three likeliest. */
  readonly accuracy: number;
  readonly amongThree: number;
  /** Mean probability of the likeliest token. */
  readonly confidence: number;
  readonly calibration: Calibration;
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** Probabilities at a temperature: softmax of the logits divided by it. */
const heated = (row: ArrayLike<number>, temperature: number): Float64Array =>
  Float64Array.from(softmax(Array.from(row, (x) => x / temperature)));

const lossAt = ({logits, labels}: Predictions, temperature: number): number =>
  mean(logits.map((row, i) => 0 - log(heated(row, temperature)[labels[i]!]!)));

export function reheated({logits, labels}: Predictions, temperature: number): Reheated {
  const rows = logits.map((row) => heated(row, temperature));
  const confidence = rows.map((row) => Math.max(...row));
  const right = rows.map((row, i) => row.indexOf(confidence[i]!) === labels[i]);
  return {
    loss: lossAt({logits, labels}, temperature),
    brier: brierScore(rows, labels),
    accuracy: topKAccuracy(rows, labels),
    amongThree: topKAccuracy(rows, labels, 3),
    confidence: mean(confidence),
    calibration: calibration(confidence, right)
  };
}

/**
 * The temperature of the least loss, to a thousandth. By 1/T the loss is convex, so halving finds it: at the least one the
 * logit that is expected is, on average, the logit that comes.
 */
export function bestTemperature({logits, labels}: Predictions): number {
  const excess = (cold: number): number =>
    mean(
      logits.map((row, i) => {
        const p = heated(row, 1 / cold);
        return Array.from(row).reduce((sum, z, j) => sum + p[j]! * z, 0) - row[labels[i]!]!;
      })
    );
  let [low, high] = [0.1, 10];
  while (1 / low - 1 / high > 5e-4) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return 2 / (low + high);
}
