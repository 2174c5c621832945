/** The tensor library, fetched when something first computes with it: pages must not weigh more than their first figure. */
export const tensors = () => import("/lib/tensor.js");

export type Tensors = Awaited<ReturnType<typeof tensors>>;

/** What `checkGrad` said, in one sentence. */
export const reported = ({
  passed,
  worst,
  comparisons
}: {
  readonly passed: boolean;
  readonly worst: number;
  readonly comparisons: number;
}): string =>
  `${comparisons} comparisons with differences, the largest disagreement ${worst.toExponential(1)}: ${passed ? "passed" : "failed"}`;
