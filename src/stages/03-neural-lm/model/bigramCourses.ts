/** Which runs of the neural bigram are compared, and what is kept of them. */

interface Course {
  readonly name: string;
  readonly meaning: string;
  readonly settings: {
    readonly batchSize: number;
    readonly learningRate: number;
    readonly schedule?: "cosine";
    readonly totalSteps?: number;
  };
}

export const COURSES: readonly Course[] = [
  {name: "batches of 64", meaning: "data", settings: {batchSize: 64, learningRate: 0.1}},
  {name: "batches of 1,024", meaning: "model", settings: {batchSize: 1024, learningRate: 0.1}},
  {
    name: "1,024, falling rate",
    meaning: "loss-train",
    settings: {batchSize: 1024, learningRate: 0.1, schedule: "cosine", totalSteps: 2000}
  }
];

/** Steps at which the table is looked at. */
export const COURSE_STEPS = [
  0, 5, 10, 20, 40, 70, 100, 150, 200, 300, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000
];

interface Both {
  /** Nats per token on the names that were learned. */
  readonly learned: number;
  /** On others; of counts with 0.1 added. */
  readonly held: number;
}

export interface Courses {
  /** The loss of the counted bigram on what it was counted on, in nats. */
  readonly counted: number;
  /** The standard deviation of what single pairs cost under the counted probabilities. */
  readonly deviation: number;
  readonly tokens: number;
  readonly size: number;
  /** For each course, the loss at each of the steps. */
  readonly losses: readonly (readonly number[])[];
  /** Of the first course after its last step. */
  readonly rows: readonly {readonly token: string; readonly count: number; readonly gap: number}[];
  readonly widened: {readonly pairs: Both; readonly tables: Both; readonly triples: Both};
}
