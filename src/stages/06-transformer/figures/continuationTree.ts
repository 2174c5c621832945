import {button, element} from "../../../components/element.js";
import {action, slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {give} from "../../../components/figure/give.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {HowToWrite, Next} from "../model/continuations.js";

interface Value {
  readonly text: string;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly draw: number;
}

interface Seen {
  readonly next: readonly Next[];
  readonly drawn: readonly string[];
}

const [LONGEST, CHOICES, AHEAD, DRAWN, LENGTH] = [90, 6, 24, 3, 60];
const how = ({temperature, topK, topP}: Value): HowToWrite => ({temperature, topK, topP});

async function seen(value: Value): Promise<Seen> {
  const [{characterGpt}, {continuations}] = await Promise.all([
    import("../../../components/languageModel/characterGpt.js"),
    import("../model/continuations.js")
  ]);
  const {next, on} = continuations(await characterGpt());
  return {
    next: next(value.text, CHOICES, AHEAD),
    drawn: Array.from({length: DRAWN}, (_, i) => on(value.text, LENGTH, how(value), 100 * value.draw + i))
  };
}

/** A text and the ways in which it may go on: click one, and go on from there. */
export function continuationTree(name = "continuation-tree") {
  const text = textInput({
    label: "Text",
    value: "It was the white wh",
    size: LONGEST,
    valid: (value) => value.length > 0,
    rule: "1 to 90 characters",
    example: "Call me Ish"
  });
  const go = (to: string): void => give(text, [...to].slice(-LONGEST).join(""));
  return figure<Value, Seen>({
    name,
    wide: true,
    interactive: true,
    title: "Write with it",
    caption:
      "The transformer that comes with the book, which learned Moby Dick letter by letter. Each line is a letter that may come next, its probability, and what would follow if each further letter were the likeliest. Click a line to take that letter, and branch wherever you like; or take one of the three continuations that are drawn with the settings above.",
    controls: {
      text,
      temperature: slider([0.1, 2], {label: "Temperature", value: 0.8, step: 0.1, format: (x) => x.toFixed(1)}),
      topK: slider([0, 40], {label: "Top k (0: all)", value: 0}),
      topP: slider([0.1, 1], {label: "Top p", value: 1, step: 0.05, format: (x) => x.toFixed(2)}),
      draw: action({label: "Draw again"})
    },
    compute: seen,
    draw: ({text: now}, {result: {next, drawn}}) => {
      const choice = ({token, probability, ahead}: Next): HTMLElement => {
        const node = button("", () => go(now + token));
        node.append(
          element("b", {}, visibleText(token)),
          " ", // for those who are read the button
          element("span", {}, `${(100 * probability).toFixed(0)}%`),
          " ",
          element("q", {}, visibleText(ahead))
        );
        node.style.setProperty("--share", `${(100 * probability).toFixed(1)}%`);
        return node;
      };
      const whole = (each: string): HTMLElement => {
        const node = button("", () => go(now + each));
        node.append(element("q", {}, visibleText(each)));
        return node;
      };
      return element(
        "div",
        {className: "continuations"},
        element("p", {className: "sample"}, element("b", {}, visibleText(now)), "…"),
        element("div", {className: "next-letters"}, ...next.map(choice)),
        element("p", {className: "fig-note"}, "Drawn:"),
        element("div", {className: "drawn-texts"}, ...drawn.map(whole))
      );
    },
    describe: ({text: now}, {next, drawn}) =>
      `After “${now}” the likeliest next letters are ${next.map(({token, probability}) => `“${visibleText(token)}” with ${probability.toFixed(2)}`).join(", ")}. Drawn continuations: ${drawn.map((each) => `“${each}”`).join("; ")}.`,
    code: (value) => `import {chain, generate, key, temperature, topK} from "llm-first-principles";
import {cachedReader, llama, transformer} from "llm-first-principles/transformer";

const characters = [..." etaonhisrdlumwcyfgpbv.,"];
const model = transformer(llama({vocabSize: characters.length, layers: 2, width: 32, heads: 4, context: 64}));
const {predict} = cachedReader(model, model.init(key(1))); // train it first
const prompt = [..."the wh"].map((c) => characters.indexOf(c));
const rule = chain(temperature(${value.temperature.toFixed(1)}), topK(10));
const written = generate({predict, prompt, length: 40, rule, key: key(${value.draw + 1})});
console.log(Array.from(written, ({token}) => characters[token]).join(""));`,
    rows: (_, {next}) => next.map((each) => ({...each}))
  });
}
