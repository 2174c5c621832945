import {entropy, kl, toBits, type CorpusText} from "/lib/index.js";
import {
  continuationsOf,
  countNgrams,
  distribution,
  fitJelinekMercer,
  smoothing,
  stupidBackoff,
  type Ngrams,
  type Predictor
} from "/lib/stages/markov.js";
import {bars} from "../../../components/chart/bars.js";
import {select, slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {counted, encoded, show} from "../model/models.js";
import {smoothingMenu, smoothingNames, smoothingWords, type SmoothingName} from "../model/smoothingMenu.js";

type Method = SmoothingName | "stupid-backoff";

interface Value {
  readonly context: string;
  readonly order: number;
  readonly filled: Method;
  readonly outlined: Method;
}

interface Compared {
  /** Undefined where maximum likelihood has nothing to say. */
  readonly filled: Float64Array | undefined;
  readonly outlined: Float64Array | undefined;
  /** How often each character followed the longest context that fits the order. */
  readonly seen: ReadonlyMap<number, number>;
}

const SHOWN = 22;
const methods: readonly Method[] = [...smoothingNames, "stupid-backoff"];
const words = (method: Method): string =>
  method === "stupid-backoff" ? "Stupid backoff (scores)" : smoothingWords(method);
const specOf = (method: Method) =>
  method === "stupid-backoff" ? ({method: "stupid-backoff"} as const) : smoothingMenu[method];

/** The next character after a context, under two smoothings of the same counts. */
export function smoothingCompared(corpus: CorpusText) {
  const {tokenizer, ids} = encoded(corpus.text);
  const characters = new Set(tokenizer.vocabulary.tokens);
  const contextOf = (text: string) => Array.from(tokenizer.encode(text.replaceAll("·", " ")));
  const known = new Map<string, Predictor>();
  const fit = (method: Method, model: Ngrams): Predictor => {
    if (method === "stupid-backoff") return stupidBackoff()(model);
    if (method !== "jelinek-mercer") return smoothing(smoothingMenu[method])(model);
    // its weights come from the last tenth, under counts of the rest
    const cut = Math.floor(0.9 * ids.length);
    const rest = countNgrams([{ids: ids.subarray(0, cut)}], {order: model.order, vocabSize: model.vocabSize});
    return smoothing({method, weights: fitJelinekMercer(rest, ids.subarray(cut, cut + 4000), 8)})(model);
  };
  const predictor = async (method: Method, order: number, {signal}: Work): Promise<Predictor> => {
    const key = `${method} ${order}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    await new Promise((resolve) => setTimeout(resolve)); // a fit takes a tenth of a second: the page breathes between
    signal.throwIfAborted();
    const model = counted(corpus.text, order);
    const made = fit(method, model);
    known.set(key, made);
    return made;
  };
  const total = (p: Float64Array | undefined): number => p?.reduce((a, b) => a + b, 0) ?? 0;
  const unseenMass = ({seen}: Compared, p: Float64Array): number =>
    p.reduce((sum, x, w) => (seen.has(w) ? sum : sum + x), 0);
  const summary = (result: Compared, p: Float64Array | undefined, method: Method): string => {
    if (p === undefined) return `${words(method)}: no distribution, for this context was never followed`;
    const what =
      method === "stupid-backoff" ? `sums to ${total(p).toFixed(3)}` : `${toBits(entropy(p)).toFixed(2)} bits`;
    return `${words(method)}: ${(100 * unseenMass(result, p)).toFixed(1)}% on characters not seen here; ${what}`;
  };

  return figure<Value, Compared>({
    name: "smoothing-compared",
    title: "The same counts, smoothed in two ways",
    caption:
      "Probability of the next character of the opening. Filled: the first smoothing. Outlined: the second. × marks what never followed this context in the counted text. The model sees as many of the last characters as its order. Write a space as it is, or as ·.",
    source: corpus,
    controls: {
      context: textInput({
        label: "After",
        value: "whal",
        size: 8,
        rule: "characters that the text has",
        example: "the s",
        valid: (text) => Array.from(text.replaceAll("·", " ")).every((c) => characters.has(c))
      }),
      order: slider([1, 5], {label: "Order", value: 3, step: 1}),
      filled: select(methods, {label: "Filled", value: "kneser-ney", format: words}),
      outlined: select(methods, {label: "Outlined", value: "add-1", format: words})
    },
    compute: async ({context, order, filled, outlined}, work) => {
      const tokens = contextOf(context);
      const [one, other] = [await predictor(filled, order, work), await predictor(outlined, order, work)];
      const seen = new Map(continuationsOf(one.model, tokens).map(({token, count}) => [token, count]));
      return {filled: distribution(one, tokens), outlined: distribution(other, tokens), seen};
    },
    draw: ({filled, outlined}, {width, result}) => {
      const rank = (w: number) => Math.max(result.filled?.[w] ?? 0, result.outlined?.[w] ?? 0);
      const order = Array.from(tokenizer.vocabulary.tokens.keys()).sort((a, b) => rank(b) - rank(a) || a - b);
      const some = order.slice(0, width < 560 ? 12 : SHOWN);
      return element(
        "div",
        {},
        bars({
          width,
          height: 350,
          label: "Probability, %",
          max: Math.max(0.05, ...some.map(rank)) * 1.04,
          format: (v) => (100 * v).toFixed(0),
          note: `followed ${[...result.seen.values()].reduce((a, b) => a + b, 0).toLocaleString("en")} times`,
          bars: some.map((w) => ({
            name: show(tokenizer.vocabulary.tokens[w] ?? ""),
            value: result.filled?.[w] ?? 0,
            outline: result.outlined?.[w] ?? 0,
            excluded: !result.seen.has(w)
          }))
        }),
        element("p", {className: "quiet-line"}, summary(result, result.filled, filled)),
        element("p", {className: "quiet-line"}, summary(result, result.outlined, outlined))
      );
    },
    describe: ({context, order, filled, outlined}, result) => {
      const best = (p: Float64Array | undefined) =>
        Array.from(p?.keys() ?? [])
          .sort((a, b) => (p?.[b] ?? 0) - (p?.[a] ?? 0))
          .slice(0, 3)
          .map((w) => `${show(tokenizer.vocabulary.tokens[w] ?? "")} ${(100 * (p?.[w] ?? 0)).toFixed(1)}%`)
          .join(", ");
      const apart =
        result.filled && result.outlined && filled !== "stupid-backoff" && outlined !== "stupid-backoff"
          ? ` Their divergence KL(filled‖outlined) is ${toBits(kl(result.filled, result.outlined)).toFixed(3)} bits.`
          : "";
      return `After “${context}”, order ${order}, which ${result.seen.size} different characters followed. ${summary(result, result.filled, filled)}; likeliest ${best(result.filled)}. ${summary(result, result.outlined, outlined)}; likeliest ${best(result.outlined)}.${apart}`;
    },
    code: ({context, order, filled, outlined}) => `import {characterTokenizer} from "llm-first-principles";
import {countNgrams, distribution, smoothing} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const {tokens} = tokenizer.vocabulary;
const counts = countNgrams([{ids: tokenizer.encode(text)}], {order: ${order}, vocabSize: tokens.length});
const context = tokenizer.encode(${JSON.stringify(context.replaceAll("·", " "))});
const one = distribution(smoothing(${JSON.stringify(specOf(filled))})(counts), context) ?? [];
const other = distribution(smoothing(${JSON.stringify(specOf(outlined))})(counts), context) ?? [];
tokens.forEach((token, id) => console.log(JSON.stringify(token), one[id], other[id]));`,
    rows: ({filled, outlined}, result) =>
      tokenizer.vocabulary.tokens.map((character, w) => ({
        character,
        seen: result.seen.get(w) ?? 0,
        [filled]: result.filled?.[w],
        ...(outlined === filled ? {} : {[outlined]: result.outlined?.[w]})
      }))
  });
}
