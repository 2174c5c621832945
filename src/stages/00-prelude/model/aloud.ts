/** A piece of a type, and how it is read aloud. */
interface Piece {
  readonly code: string;
  readonly aloud: string;
}

/** The type of every model of the book, piece by piece, in the order in which it is read. */
export const pieces: readonly Piece[] = [
  {
    code: "type Stage<Config, Batch, State, Metrics> =",
    aloud:
      "A Stage is a type with four blanks, and whoever uses it fills them in: what its settings are, what it learns from at a time, what it remembers, and what we look at."
  },
  {
    code: "(config: Config) =>",
    aloud: "It is a function. It takes one thing, which we call config, of the type that stands in the first blank, …"
  },
  {
    code: "Opened<Batch, State, Metrics>;",
    aloud: "… and returns an opened stage, with the other three blanks filled in."
  },
  {code: "interface Opened<Batch, State, Metrics> {", aloud: "An opened stage is a record with these fields:"},
  {
    code: "readonly data: (step: number) => Batch;",
    aloud:
      "data, which nobody may replace: a function that is given the number of a step and returns the batch of that step."
  },
  {code: "readonly model: () => State;", aloud: "model: a function that is given nothing and returns the first state."},
  {
    code: "readonly step: (state: State, batch: Batch) => State;",
    aloud: "step: from a state and a batch it makes the next state. It is a reducer, the function that reduce wants."
  },
  {
    code: "readonly metrics: (state: State, batch: Batch) => Metrics;",
    aloud: "metrics: what there is to look at, from a state and the batch that it learns from next."
  },
  {
    code: "readonly done?: (state: State) => boolean; }",
    aloud: "And perhaps done, for the question mark says that it may be missing: whether nothing is left to do."
  }
];
