import type {Stage} from "/lib/index.js";

/** Counting by a number, as a stage: the smallest thing that the pipeline of this book can run. */
export const countingStage: Stage<{readonly by: number}, number, number, {readonly isEven: boolean}> = ({by}) => ({
  data: () => by,
  model: () => 0,
  step: (sum, batch) => sum + batch,
  metrics: (sum) => ({isEven: sum % 2 === 0})
});
