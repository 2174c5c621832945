/** What a text becomes on its way through a transformer, in order. */

interface PartSeen {
  readonly label: string;
  /** What it is, in few words. */
  readonly about: string;
  /** Whether each block has one. */
  readonly layered: boolean;
  /** Whether each head has one. */
  readonly headed: boolean;
}

const part = (label: string, about: string, layered: boolean, headed = false): PartSeen => ({
  label,
  about,
  layered,
  headed
});

/** By the names that the library gives them, those of a block without the block. */
export const PARTS = {
  embedding: part("embedding", "a row of the table for each letter: the stream as it begins", false),
  "attention.query": part("queries", "what each letter asks, turned to its place", true, true),
  "attention.key": part("keys", "by what each letter is found, turned to its place", true, true),
  "attention.value": part("values", "what each letter tells those who find it", true, true),
  "attention.pattern": part("pattern", "how much each letter looks at each: rows sum to 1", true, true),
  "attention.heads": part("heads’ answers", "the mean of the values that are looked at", true, true),
  "attention.output": part("attention adds", "all heads’ answers, mixed: what is added to the stream", true),
  "feedForward.hidden": part("neurons", "the feed-forward layer’s gated neurons, of each letter by itself", true),
  "feedForward.output": part("neurons add", "what they add to the stream", true),
  residual: part("stream", "the stream after the block", true),
  logits: part("logits", "the last stream beside each row of the table: a score for each letter", false),
  probabilities: part("probabilities", "softmax of the logits: what may follow each letter", false)
} as const satisfies Readonly<Record<string, PartSeen>>;

/** What is done to a tensor at one letter: nothing, zeros in its place, or what it is when another text is read. */
export const CHANGES = ["as it is", "zeros", "of the other text"] as const;
export type Change = (typeof CHANGES)[number];

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

export const ofLayer = (name: PartName): boolean => PARTS[name].layered;
