/** Mistakes of counting and measuring, made on purpose beside what is right. */
import {characterTokenizer, encodeDocuments, generate, key, splitKey, temperature, tokenParts} from "/lib/index.js";
import {countNgrams, kneserNey, logProbs, informationOf, score, summary} from "/lib/stages/markov.js";
import {demonstration} from "../../../components/figure/demonstration.js";
import {byTokens, coverageOf, joinedWords, leakedMass, ownText, THRESHOLDS, wordsIn} from "../model/mistakesMade.js";
import {counted, encoded, fitted, show} from "../model/models.js";

interface Said {
  readonly what: string;
  readonly wrong: string;
  readonly right: string;
}

/** Three columns: what is asked, what the mistake answers, what is so. */
const said = (rows: readonly Said[], note: string) => ({
  columns: [
    {label: "", value: (row: Said) => row.what},
    {label: "With the mistake", value: (row: Said) => row.wrong},
    {label: "Right", value: (row: Said) => row.right}
  ],
  rows,
  note
});

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
/** Perplexity by characters and by words of the same held-out text. */
export const tokenizers = (text: string): HTMLElement =>
  demonstration(9, () => {
    const rows = byTokens(text);
    return {
      columns: [
        {label: "Tokens", value: (row) => row.kind},
        {label: "Perplexity", value: (row) => row.perplexity, format: (v) => v.toFixed(1)},
        {label: "Unknown", value: (row) => row.unknown, format: percent},
        {label: "Bits per byte", value: (row) => row.bitsPerByte, format: (v) => v.toFixed(2)}
      ],
      rows,
      note: "The perplexities are of different things: one choice among characters, one among words. Bits per byte compare, but only as far as both spell the whole text: here each unknown word is charged as one token, without its letters."
    };
  });

/** Add-one over the symbols that were seen, asked about one that was not. */
export const leakingMass = (): HTMLElement =>
  demonstration(9, () => {
    const {asked, careless, right} = leakedMass();
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    const rows = asked.map((symbol, i) => ({
      what: `P(${symbol})`,
      wrong: (careless[i] ?? 0).toFixed(3),
      right: (right[i] ?? 0).toFixed(3)
    }));
    return said(
      [...rows, {what: "sum", wrong: sum(careless).toFixed(3), right: sum(right).toFixed(3)}],
      "Counted: “aab”. The mistake divides by 3 + 2, as for two symbols, and then answers for a third. In the right column everything unseen is one token of the vocabulary, so it has its share in the sum."
    );
  });

/** Words made up with and without begin and end. */
export const noBorders = (text: string): HTMLElement =>
  demonstration(11, () => {
    const list = wordsIn(text);
    const bordered = characterTokenizer(list.join(""), {begin: "<s>", end: "</s>"});
    const {begin = 0, end = 0, tokens} = bordered.vocabulary;
    const documents = list.map((word) => ({ids: encodeDocuments(bordered, [word]), from: 1}));
    const model = kneserNey()(countNgrams(documents, {order: 3, vocabSize: tokens.length, begin}));
    const plain = characterTokenizer(list.join(""));
    const run = kneserNey()(
      countNgrams(
        list.map((word) => ({ids: plain.encode(word)})),
        {order: 3, vocabSize: plain.vocabulary.tokens.length}
      )
    );
    const write = (i: number, borders: boolean) => {
      const predictor = borders ? model : run;
      const config = {
        predict: (c: ArrayLike<number>) => logProbs(predictor, c),
        prompt: borders ? [begin] : [],
        length: 16,
        key: splitKey(key(5), 4)[i] ?? key(5),
        rule: temperature(0.8),
        ...(borders ? {end} : {})
      };
      return (borders ? bordered : plain).decode(Array.from(generate(config), ({token}) => token));
    };
    return said(
      [0, 1, 2, 3].map((i) => ({what: `word ${i + 1}`, wrong: `${write(i, false)}…`, right: write(i, true)})),
      `Both counted the same ${list.length.toLocaleString("en")} words. Without an end the model never stops, so the figure stops it after 16 letters; without a beginning its first letter is any letter from inside a word.`
    );
  });

/** N-grams that exist only because documents were joined. */
export const acrossDocuments = (text: string): HTMLElement =>
  demonstration(8, () => {
    const {tokenizer, apart, joined, ghosts, commonest} = joinedWords(text);
    return said(
      [
        {
          what: "different trigrams",
          wrong: joined.length.toLocaleString("en"),
          right: apart.length.toLocaleString("en")
        },
        {what: "of them in no word", wrong: ghosts.length.toLocaleString("en"), right: "0"}
      ],
      `Joined into one text, words touch. The commonest trigram that is in no word is “${tokenizer.decode(commonest.slice(0, 3))}”, counted ${commonest[3] ?? 0} times.`
    );
  });

/** A table that grows when it is asked. */
export const growing = (text: string): HTMLElement =>
  demonstration(8, () => {
    const [start, end] = [text.slice(0, 20_000), text.slice(20_000, 24_000)];
    const careless = new Map<string, Map<string, number>>();
    const row = (context: string) => {
      const found = careless.get(context) ?? new Map<string, number>();
      careless.set(context, found); // the mistake: a question, and it writes
      return found;
    };
    for (let i = 3; i < start.length; i++) row(start.slice(i - 3, i)).set(start[i] ?? "", 1);
    const before = careless.size;
    for (let i = 3; i < end.length; i++) row(end.slice(i - 3, i)).get(end[i] ?? "");
    const tokenizer = characterTokenizer(text);
    const model = countNgrams([{ids: tokenizer.encode(start)}], {
      order: 3,
      vocabSize: tokenizer.vocabulary.tokens.length
    });
    const contexts = summary(model).contexts;
    score(kneserNey()(model), tokenizer.encode(end));
    const after = summary(model).contexts;
    const write = (n: number) => n.toLocaleString("en");
    return said(
      [
        {what: "contexts before", wrong: write(before), right: write(contexts)},
        {what: "after evaluating", wrong: write(careless.size), right: write(after)}
      ],
      "The same 4,000 characters were scored by both. The careless table has an empty row now for each context that it did not know; memory, context counts and any smoothing that asks whether a context was seen are wrong from here on."
    );
  });

/** Bits of training text and of held-out text under maximum likelihood. */
export const trainingBits = (text: string): HTMLElement =>
  demonstration(9, () => {
    const rows = [1, 3, 5, 7].map((order) => ownText(text, order));
    const write = (v: number) => (Number.isFinite(v) ? v.toFixed(2) : "∞");
    return {
      columns: [
        {label: "Order", value: (row) => row.order},
        {label: "MLE, own text", value: (row) => row.own, format: write},
        {label: "MLE, held out", value: (row) => row.held, format: write},
        {label: "Kneser–Ney, held out", value: (row) => row.smooth, format: write}
      ],
      rows,
      note: "Bits per character. The first column gets better without end, and it is the column that says nothing."
    };
  });

/** Coverage whose running sum is not set back between two thresholds. */
export const coverages = (text: string): HTMLElement =>
  demonstration(9, () => {
    const {tokenizer, counts, sorted, careless, right} = coverageOf(text);
    return said(
      THRESHOLDS.map((threshold, i) => ({
        what: `characters for ${threshold * 100}%`,
        wrong: String(careless[i]),
        right: String(right[i])
      })),
      `More coverage can't take fewer characters. The commonest here are ${sorted
        .slice(0, 3)
        .map((count) => show(tokenizer.vocabulary.tokens[counts.indexOf(count)] ?? ""))
        .join(" ")}.`
    );
  });

/** Perplexity from nats with the base of bits. */
export const mixedBases = (text: string): HTMLElement =>
  demonstration(8, () => {
    const part = tokenParts(encoded(text).tokenizer, text)(0, 10_000);
    const {
      crossEntropyNats: nats,
      crossEntropyBits: bits,
      perplexity
    } = informationOf(fitted(counted(text, 2), "kneser-ney"), part);
    return said(
      [
        {
          what: "perplexity",
          wrong: `2^${nats.toFixed(3)} = ${(2 ** nats).toFixed(2)}`,
          right: `e^${nats.toFixed(3)} = ${perplexity.toFixed(2)}`
        },
        {
          what: "and back",
          wrong: `e^${bits.toFixed(3)} = ${Math.exp(bits).toFixed(2)}`,
          right: `2^${bits.toFixed(3)} = ${(2 ** bits).toFixed(2)}`
        }
      ],
      "An order-2 model on the text that it counted. Nothing fails when bases are mixed: both wrong numbers look like perplexities."
    );
  });
