/** The course of a table of vectors while a network learns: a picture every so many steps. */

/** What is seen of a state at one step. */
export interface VectorsSeen {
  readonly tokens: readonly string[];
  /** How often each token occurs in the text that is learned. */
  readonly counts: readonly number[];
  readonly width: number;
  /** Row by row. */
  readonly table: ArrayLike<number>;
}

export interface Course {
  /** The tokens that are common enough, by their place in the vocabulary. */
  readonly tokens: readonly string[];
  readonly counts: readonly number[];
  /** For each picture, for each token, its vector. */
  readonly frames: readonly (readonly (readonly number[])[])[];
  /** Held-out loss at each picture, nats per token. */
  readonly losses: readonly number[];
}

/** A course as it is kept: hundredths, each picture as its differences from the one before, so that numbers are short. */
export interface KeptCourse extends Omit<Course, "frames"> {
  readonly width: number;
  readonly changes: readonly (readonly number[])[];
}

/** One picture after the other, of tokens that occur `least` times or more. */
export function courseOf(list: readonly {readonly seen: VectorsSeen; readonly loss: number}[], least: number): Course {
  const [first] = list;
  const {tokens, counts, width} = first?.seen ?? {tokens: [], counts: [], width: 0};
  const shown = tokens.map((_, i) => i).filter((i) => counts[i]! >= least);
  return {
    tokens: shown.map((i) => tokens[i]!),
    counts: shown.map((i) => counts[i]!),
    frames: list.map(({seen: {table}}) =>
      shown.map((i) => Array.from({length: width}, (_, k) => table[i * width + k]!))
    ),
    losses: list.map(({loss}) => loss)
  };
}

export function keepCourse({frames, losses, ...course}: Course): KeptCourse {
  const hundredths = frames.map((frame) => frame.flat().map((x) => Math.round(100 * x) + 0));
  return {
    ...course,
    width: frames[0]?.[0]?.length ?? 0,
    losses: losses.map((loss) => Number(loss.toFixed(4))),
    changes: hundredths.map((frame, i) => frame.map((x, k) => x - (hundredths[i - 1]?.[k] ?? 0)))
  };
}

export function courseFrom({changes, width, ...course}: KeptCourse): Course {
  const now = new Array<number>(changes[0]?.length ?? 0).fill(0);
  const frames = changes.map((change) => {
    change.forEach((x, k) => (now[k]! += x));
    return course.tokens.map((_, i) => now.slice(i * width, (i + 1) * width).map((x) => x / 100));
  });
  return {...course, frames};
}
