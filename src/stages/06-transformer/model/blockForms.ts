/** Forms of a block that are compared, each with about as many parameters. */
export const FORMS = {
  swiglu: {name: "SwiGLU, norm first", feedForward: "swiglu", placement: "pre"},
  gelu: {name: "GELU, norm first", feedForward: "gelu", placement: "pre"},
  relu: {name: "ReLU, norm first", feedForward: "relu", placement: "pre"},
  post: {name: "SwiGLU, norm last", feedForward: "swiglu", placement: "post"},
  none: {name: "no feed-forward layer", feedForward: "none", placement: "pre"}
} as const;

export type Form = keyof typeof FORMS;

/** What came of a form. */
export interface FormRun {
  readonly form: Form;
  readonly parameters: number;
  /** Nats a letter on held-out text, with each of the seeds. */
  readonly losses: readonly number[];
}
