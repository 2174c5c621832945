/** What the reference says of one export of the library. */
export interface Entry {
  readonly name: string;
  readonly kind: Kind;
  /** What it is imported from, such as `llm-first-principles/tensor`: the first face that has it, then others. */
  readonly faces: readonly string[];
  /** Where it is defined, such as `lib/optim/adam.ts`. */
  readonly file: string;
  readonly line: number;
  /** Its type as TypeScript writes it; one for each way to call it. */
  readonly signatures: readonly string[];
  readonly doc: Doc;
  /** Fields of an interface, a class or an object type. */
  readonly members: readonly Member[];
}

export type Kind = "function" | "constant" | "class" | "interface" | "type";

/** A docstring: prose with `code` in backticks. */
export interface Doc {
  readonly text: string;
  readonly params: readonly {readonly name: string; readonly text: string}[];
  readonly returns?: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  readonly see: readonly string[];
}

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly text: string;
}
