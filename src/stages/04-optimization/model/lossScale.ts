/** A factor for the loss that finds its size by itself. */
export interface LossScale {
  readonly scale: number;
  /** Steps since the scale has changed. */
  readonly good: number;
}

/** After a step: half where a gradient was not finite, and that step is skipped; twice after so many good steps. */
export const nextScale = ({scale, good}: LossScale, finite: boolean, patience: number): LossScale =>
  !finite ? {scale: scale / 2, good: 0} : good + 1 === patience ? {scale: scale * 2, good: 0} : {scale, good: good + 1};
