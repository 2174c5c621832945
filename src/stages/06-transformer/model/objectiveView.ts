/** A sentence of words under each objective, exactly as the library makes it. */
import {key, wordTokenizer} from "/lib/index.js";
import {causalLm, maskedLm, prefixLm, spanCorruption} from "/lib/tensor.js";

/** One token that is read, and what is to be said of its place. */
export interface Place {
  readonly read: string;
  readonly say: string | undefined;
  /** What became of what is read. */
  readonly kind: "plain" | "mask" | "random" | "kept" | "sentinel";
  /** Whether every place sees it, and not those behind it alone. */
  readonly open: boolean;
}

export interface View {
  readonly name: string;
  readonly places: readonly Place[];
  readonly targets: number;
}

interface ViewSettings {
  readonly rate: number;
  readonly meanSpan: number;
  readonly draw: number;
}

/** Words that stand in for the others of a language, where one is exchanged at random. */
const OTHERS = ["sea", "ship", "captain", "harpoon", "deck", "sail"] as const;
const SENTINELS = 16;

/** The words of a sentence, at most 16. */
export function wordsOf(text: string): readonly string[] {
  const tokenizer = wordTokenizer(text);
  return Array.from(tokenizer.encode(text), (id) => tokenizer.vocabulary.tokens[id]!)
    .filter((word) => word.trim() !== "")
    .slice(0, 16);
}

/** The sentence under each objective. */
export function viewsOf(text: string, {rate, meanSpan, draw}: ViewSettings): readonly View[] {
  const words = wordsOf(text);
  const kinds = [...new Set([...words, ...OTHERS])];
  const mask = kinds.length;
  const sentinels = Array.from({length: SENTINELS}, (_, i) => mask + 1 + i);
  const names = [...kinds, "[mask]", ...sentinels.map((_, i) => `⟨${i + 1}⟩`)];
  const ids = words.map((word) => kinds.indexOf(word));
  const drawn = key(3);
  const view = (
    name: string,
    {inputs, targets}: {readonly inputs: Int32Array; readonly targets: Int32Array},
    open: (i: number) => boolean,
    kind: (i: number) => Place["kind"]
  ): View => ({
    name,
    places: Array.from(inputs, (id, i) => ({
      read: names[id]!,
      say: targets[i]! >= 0 ? names[targets[i]!]! : undefined,
      kind: kind(i),
      open: open(i)
    })),
    targets: targets.filter((id) => id >= 0).length
  });
  const causal = causalLm()(ids, drawn, draw);
  const prefix = prefixLm()(ids, drawn, draw);
  const masked = maskedLm({vocabSize: names.length, mask, rate, special: sentinels})(ids, drawn, draw);
  const spans = spanCorruption({sentinels, rate, meanSpan})(ids, drawn, draw);
  const joined = prefixLm({prefix: spans.inputs.length})([...spans.inputs, ...spans.targets], drawn, draw);
  return [
    view(
      "Causal",
      causal,
      () => false,
      () => "plain"
    ),
    view(
      "Prefix",
      prefix,
      (i) => i < prefix.prefix,
      () => "plain"
    ),
    view(
      "Masked",
      masked,
      () => true,
      (i) =>
        masked.inputs[i] === mask
          ? "mask"
          : masked.targets[i]! < 0
            ? "plain"
            : masked.targets[i] === masked.inputs[i]
              ? "kept"
              : "random"
    ),
    view(
      "Span corruption",
      joined,
      (i) => i < joined.prefix,
      (i) => (joined.inputs[i]! > mask ? "sentinel" : "plain")
    )
  ];
}
