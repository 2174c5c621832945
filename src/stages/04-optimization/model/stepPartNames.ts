/** What the figure of a step lets one choose. */
export const SCALINGS = ["nothing", "momentum", "AdaGrad", "RMSProp", "Adam", "Lion"] as const;
export type Scaling = (typeof SCALINGS)[number];

export interface Parts {
  readonly clip: boolean;
  /** Decay in the gradient. */
  readonly before: boolean;
  readonly scaling: Scaling;
  /** Decay beside it. */
  readonly after: boolean;
}
