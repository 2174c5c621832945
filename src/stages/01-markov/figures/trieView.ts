import {characterTokenizer, idOf} from "/lib/index.js";
import {continuationsOf, countNgrams, summary, type Level} from "/lib/stages/markov.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {show} from "../model/models.js";

const ORDER = 2;

interface Value {
  readonly text: string;
  readonly context: string;
  readonly step: number;
}

type Mark = "" | "range" | "found" | "read";

/** One step of the lookup: which context it leaves, which range it searches, and what it finds there. */
interface Step {
  readonly from: number;
  readonly range: readonly [number, number];
  readonly found: number;
}

/** The arrays of a model of a short text, and the way of a lookup through them. */
export function trieView(name = "trie-view") {
  const look = ({text, context}: Value) => {
    const tokenizer = characterTokenizer(text);
    const {vocabulary} = tokenizer;
    const model = countNgrams([{ids: tokenizer.encode(text)}], {order: ORDER, vocabSize: vocabulary.tokens.length});
    const wanted = Array.from(context)
      .slice(-ORDER)
      .map((c) => idOf(vocabulary, c) ?? -1);
    const steps: Step[] = [];
    for (let k = 1, from = 0; k <= wanted.length && from >= 0; k++) {
      const {children} = model.levels[k - 1]!;
      const range = [children[from]!, children[from + 1]!] as const;
      let found = -1;
      for (let i = range[0]; i < range[1]; i++) if (model.levels[k]!.oldest[i] === wanted.at(-k)) found = i;
      steps.push({from, range, found});
      from = found;
    }
    return {model, tokens: vocabulary.tokens, wanted, steps};
  };
  type Seen = ReturnType<typeof look>;

  const tokenAt = ({tokens}: Seen, id: number) => show(tokens[id] ?? "?");
  const followers = (seen: Seen, depth: number) =>
    continuationsOf(seen.model, depth === 0 ? [] : seen.wanted.slice(-depth))
      .map(({token, count}) => `${tokenAt(seen, token)} ${count}×`)
      .join(", ");

  const narrate = (value: Value, seen: Seen): string => {
    const k = Math.min(value.step, seen.steps.length);
    if (k === 0)
      return `The lookup begins at the one context of level 0, the empty one. It was followed by ${followers(seen, 0)}.`;
    const {from, range, found} = seen.steps[k - 1]!;
    const wanted = show(Array.from(value.context).slice(-ORDER).at(-k) ?? "");
    const where =
      range[0] === range[1]
        ? "no context of the next level goes on from here"
        : `contexts ${range[0]} to ${range[1] - 1} of level ${k} go on from here`;
    const begin = `Step ${k}: children[${from}] = ${range[0]} and children[${from + 1}] = ${range[1]} in level ${k - 1} say that ${where}.`;
    if (found < 0)
      return `${begin} None of them has “${wanted}” as its oldest character, so this context was never followed: the model answers with the shorter one.`;
    return `${begin} A binary search for “${wanted}” among their oldest characters finds context ${found}. It was followed by ${followers(seen, k)}.`;
  };

  const strip = (what: string, values: readonly string[], mark: (i: number) => Mark): HTMLElement =>
    element(
      "div",
      {className: "trie-strip"},
      element("span", {className: "trie-name"}, what),
      ...values.map((value, i) =>
        element("span", {className: `trie-cell ${mark(i)}`}, element("small", {}, String(i)), value)
      )
    );

  const levelView = (seen: Seen, value: Value, level: Level, k: number): HTMLElement => {
    const now = Math.min(value.step, seen.steps.length);
    const here = seen.steps[k - 1]; // the step that leads into this level
    const node = k === 0 ? 0 : k <= now ? (here?.found ?? -1) : -1;
    const leaving = now === k + 1 ? seen.steps[k] : undefined;
    const isEnd = k === now && node >= 0;
    const ends = (i: number): Mark => (isEnd && (i === node || i === node + 1) ? "read" : "");
    const inRows = (r: number): Mark => (isEnd && r >= level.rows[node]! && r < level.rows[node + 1]! ? "found" : "");
    const text = (id: number) => tokenAt(seen, id);
    return element(
      "div",
      {className: "trie-level"},
      element("p", {}, element("b", {}, `Level ${k}`), ` contexts of ${k} ${k === 1 ? "character" : "characters"}`),
      ...(k === 0
        ? []
        : [
            strip("oldest", Array.from(level.oldest, text), (i) =>
              i === node ? "found" : k === now && here && i >= here.range[0] && i < here.range[1] ? "range" : ""
            )
          ]),
      ...(k === ORDER
        ? []
        : [
            strip("children", Array.from(level.children, String), (i) =>
              leaving && (i === leaving.from || i === leaving.from + 1) ? "read" : ""
            )
          ]),
      strip("rows", Array.from(level.rows, String), ends),
      ...(level.next.length === 0
        ? []
        : [
            strip("next", Array.from(level.next, text), inRows),
            strip("count", Array.from(level.count, String), inRows)
          ])
    );
  };

  return figure<Value, Seen>({
    name,
    title: "The arrays of a model, and a lookup in them",
    caption: `A model of order ${ORDER}. Small numbers are indices. A lookup goes back in time: first the newest character of the context, then the one before it. Underlined: read in this step. Shaded: searched. Framed: found.`,
    controls: {
      text: textInput({
        label: "Text",
        value: "the whale, the sea",
        size: 24,
        rule: "1 to 24 characters",
        example: "abracadabra",
        valid: (text) => text !== ""
      }),
      context: textInput({
        label: "Look up",
        value: "th",
        size: 2,
        rule: "one or two characters",
        example: "ra",
        valid: (text) => text !== ""
      }),
      step: slider([0, ORDER], {label: "Step", value: 1})
    },
    compute: look,
    draw: (value, {result}) =>
      element(
        "div",
        {className: "trie"},
        element("p", {className: "trie-told"}, narrate(value, result)),
        ...result.model.levels.map((level, k) => levelView(result, value, level, k))
      ),
    describe: (value, seen) => {
      const {contexts, ngrams, bytes} = summary(seen.model);
      return `The text “${value.text}” has ${contexts} contexts of ${ORDER} characters and ${ngrams} different trigrams, in ${bytes} bytes. ${narrate(value, seen)}`;
    },
    code: ({text, context}) => `import {characterTokenizer} from "llm-first-principles";
import {countNgrams, continuationsOf} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(${JSON.stringify(text)});
const {tokens} = tokenizer.vocabulary;
const model = countNgrams([{ids: tokenizer.encode(${JSON.stringify(text)})}], {order: ${ORDER}, vocabSize: tokens.length});
for (const {oldest, children, rows, next, count} of model.levels) console.log({oldest, children, rows, next, count});
for (const {token, count} of continuationsOf(model, tokenizer.encode(${JSON.stringify(context)}))) console.log(tokens[token], count);`,
    rows: (_, {model, tokens}) =>
      model.levels.flatMap(({oldest, children, rows}, level) =>
        Array.from(oldest, (id, i) => ({
          level,
          context: i,
          oldest: level === 0 ? "" : tokens[id],
          children: children[i],
          rows: rows[i]
        }))
      )
  });
}
