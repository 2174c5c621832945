import type {SentenceSeen} from "./attentionSeen.js";

/** What a head does on texts, as shares of its weight: means over all letters that have such a place before them. */
export interface HeadMeasure {
  readonly layer: number;
  readonly head: number;
  /** On the letter before. */
  readonly previous: number;
  /** On the letter itself. */
  readonly itself: number;
  /** On the first letter of the text. */
  readonly first: number;
  /** On what followed the same letter when it stood there last (Olsson et al. 2022). */
  readonly induction: number;
  /** On the last space. */
  readonly space: number;
  /** How many letters the weight is spread over: e to its entropy. */
  readonly spread: number;
}

/** Where a letter’s weight may go, if there is such a place. */
const places: Readonly<
  Record<"previous" | "itself" | "first" | "induction" | "space", (letters: readonly string[], i: number) => number>
> = {
  previous: (_, i) => i - 1,
  itself: (_, i) => i,
  first: () => 0,
  induction: (letters, i) => {
    const before = letters.lastIndexOf(letters[i]!, i - 1);
    return i > 0 && before >= 0 && before + 1 < i ? before + 1 : -1;
  },
  space: (letters, i) => (i > 0 ? letters.lastIndexOf(" ", i - 1) : -1)
};

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Measures of every head over some texts. */
export function headMeasures(texts: readonly SentenceSeen[]): readonly HeadMeasure[] {
  const [some] = texts;
  return (some?.heads ?? []).flatMap((row, layer) =>
    row.map((_, head) => {
      const share = (place: (typeof places)[keyof typeof places]): number =>
        mean(
          texts.flatMap(({letters, heads}) =>
            letters.flatMap((_letter, i) => {
              const at = i === 0 ? -1 : place(letters, i);
              return at < 0 ? [] : [heads[layer]![head]!.pattern[i]![at]!];
            })
          )
        );
      const spread = mean(
        texts.flatMap(({heads}) =>
          heads[layer]![head]!.pattern.map((weights) =>
            Math.exp(-weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0))
          )
        )
      );
      return {
        layer: layer + 1,
        head: head + 1,
        previous: share(places.previous),
        itself: share(places.itself),
        first: share(places.first),
        induction: share(places.induction),
        space: share(places.space),
        spread
      };
    })
  );
}
