/** What it takes to train a model: operations, and hours of machines. */
/** Operations a second that a machine is built for, with numbers of 16 bits, and its memory in GB, of the larger kind. */
export const MACHINES = {
  a100: {name: "A100", peak: 312e12, memory: 80},
  h100: {name: "H100", peak: 989e12, memory: 80}
} as const;

export type MachineName = keyof typeof MACHINES;

/** Runs whose parameters, tokens and hours are published. */
export const TRAINED = {
  gpt3: {name: "GPT-3", parameters: 174.6e9, tokens: 300e9, hours: undefined},
  llama7: {name: "Llama 2 7B", parameters: 6.738e9, tokens: 2e12, hours: 184_320},
  llama70: {name: "Llama 2 70B", parameters: 68.98e9, tokens: 2e12, hours: 1_720_320}
} as const;

export type TrainedName = keyof typeof TRAINED;

/** Two operations of each parameter forward for each token, and four back. */
export const trainingFlops = (parameters: number, tokens: number): number => 6 * parameters * tokens;

/** Hours of one machine that works at a share of its peak. */
export const machineHours = (flops: number, peak: number, utilization: number): number =>
  flops / (peak * utilization) / 3600;

/** The share of a machine’s peak that a run of so many hours made use of. */
export const utilizationOf = (flops: number, peak: number, hours: number): number => flops / (peak * hours * 3600);
