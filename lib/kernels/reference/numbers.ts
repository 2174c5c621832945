/** What a kernel reads: the elements of a typed array of any kind. */
export interface Numbers {
  readonly [index: number]: number;
}

/** What a kernel writes: a typed array of any kind, since movement and comparison serve floats, integers and bools. */
export interface Writable {
  [index: number]: number;
}
