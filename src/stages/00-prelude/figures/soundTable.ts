import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {choice, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {soundPairs, type Sound} from "../model/soundPairs.js";

interface Value {
  readonly text: string;
  readonly given: Sound | "nothing";
}

const SOUNDS: readonly Sound[] = ["vowel", "consonant"];

function counted({text, given}: Value) {
  const pairs = soundPairs(text);
  const rows = SOUNDS.map((sound) => pairs[sound]);
  const chosen = given === "nothing" ? rows : [pairs[given]];
  const [vowels, all] = [
    chosen.reduce((sum, row) => sum + row.vowel, 0),
    chosen.reduce((sum, row) => sum + row.vowel + row.consonant, 0)
  ];
  return {pairs, vowels, all, share: vowels / all};
}

/** A table of counts of neighbors; what is given chooses its row. */
export const soundTable = (name = "sound-table") =>
  figure<Value>({
    name,
    title: "What is given chooses the row",
    caption:
      "How often a vowel or a consonant follows a vowel or a consonant, in a text of yours. A condition chooses the row that counts, and the probability is a share of that row alone.",
    interactive: false,
    controls: {
      text: textInput({
        label: "A text",
        value: "Call me Ishmael. Some years ago, never mind how long",
        size: 60,
        valid: (text) => /[a-z][^a-z]*[a-z]/i.test(text),
        rule: "two letters at least",
        example: "banana"
      }),
      given: choice<Value["given"]>(["vowel", "consonant", "nothing"], {label: "Given that the letter before is a"})
    },
    draw: (value, {width}) => {
      const {pairs, vowels, all, share} = counted(value);
      const left = 96;
      const wide = Math.min(110, Math.floor((width - left) / 2));
      const text = (x: number, y: number, said: string, anchor = "middle", weight = 400) =>
        svg("text", {x, y, "text-anchor": anchor, style: `fill:var(--ink);font:${weight} 14px var(--sans)`}, said);
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height: 120, viewBox: `0 0 ${width} 120`, class: "chart"},
          text(0, 15, "before ↓ next →", "start"),
          ...SOUNDS.map((next, j) => text(left + j * wide + wide / 2, 15, next)),
          ...SOUNDS.flatMap((now, i) => {
            const chosen = value.given === "nothing" || value.given === now;
            return [
              text(0, 24 + i * 46 + 27, now, "start", chosen ? 600 : 400),
              ...SOUNDS.flatMap((next, j) => [
                svg("rect", {
                  x: left + j * wide,
                  y: 24 + i * 46,
                  width: wide - 2,
                  height: 44,
                  style: `fill:${heat("data", chosen ? (next === "vowel" ? 0.45 : 0.2) : 0.05)}`
                }),
                text(
                  left + j * wide + wide / 2 - 1,
                  24 + i * 46 + 27,
                  String(pairs[now][next]),
                  "middle",
                  chosen ? 600 : 400
                )
              ])
            ];
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          all === 0
            ? "Nothing like that was seen, so the question has no answer: 0/0"
            : `P(next is a vowel${value.given === "nothing" ? "" : ` | this is a ${value.given}`}) = ${vowels}/${all} = `,
          ...(all === 0 ? [] : [element("b", {}, share.toFixed(3))])
        )
      );
    },
    describe: (value) => {
      const {pairs, vowels, all, share} = counted(value);
      const table = SOUNDS.map(
        (now) => `after a ${now}: ${pairs[now].vowel} vowels, ${pairs[now].consonant} consonants`
      ).join("; ");
      return `${table}. ${all === 0 ? "For what is given there is nothing to count." : `Given ${value.given === "nothing" ? "nothing" : `a ${value.given}`}, ${vowels} of ${all} are vowels: ${share.toFixed(3)}.`}`;
    },
    code: ({text}) => `const letters = [...${JSON.stringify(text.toLowerCase())}].filter((c) => /[a-z]/.test(c));
const isVowel = (c) => "aeiou".includes(c);
const after = letters.slice(0, -1).map((c, i) => [isVowel(c), isVowel(letters[i + 1])]);
const given = after.filter(([before]) => before);
console.log(given.filter(([, next]) => next).length / given.length); // after a vowel`
  });
