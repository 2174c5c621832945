import {chart, line, moment, note, type Point} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {bitsOf, copyableShare, heldLetters, lettersOut} from "../model/memory.js";

interface Value {
  readonly length: number;
  readonly bits: number;
  readonly letters: string;
}

const LONGEST = 32;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
const [TOP, ROW] = [6, 30];

/** A text that looks drawn: the same for the same alphabet. */
const textOf = (length: number, letters: number): readonly string[] =>
  Array.from({length}, (_, i) => ALPHABET[((7 * i * i + 11 * i + 3) % 101) % letters]!);

const raised = (n: number): string => [...String(n)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** A large number, such as 4.4 · 10¹². */
function large(x: number): string {
  const power = Math.floor(Math.log10(x));
  return `${(x / 10 ** power).toFixed(1)} · 10${raised(power)}`;
}

const sayShare = (share: number): string =>
  share >= 1
    ? "every text can be copied whole"
    : share > 0.001
      ? `at most ${(100 * share).toFixed(1)} of 100 texts can be copied whole`
      : `at most one text in ${large(1 / share)} can be copied whole`;

const bitsText = (length: number, letters: number): string => String(Math.round(bitsOf(length, letters) * 10) / 10);

/** The text, what the memory holds of it and what comes out, cell by cell. */
function squeezed({length, bits, letters}: Value, width: number): SVGSVGElement {
  const [left, held] = [62, heldLetters(length, Number(letters), bits)];
  const cell = (width - left) / LONGEST;
  const size = Math.min(ROW - 8, cell - 1);
  const text = textOf(length, Number(letters));
  const row = (name: string, y: number, cells: readonly {readonly text: string; readonly style: string}[]) => [
    svg("text", {x: 0, y: y + 16}, name),
    ...cells.flatMap(({text: letter, style}, i) => [
      svg("rect", {x: left + i * cell, y: y + (ROW - 8 - size) / 2, width: size, height: size, rx: 2, style}),
      svg(
        "text",
        {
          x: left + i * cell + size / 2,
          y: y + 15,
          "text-anchor": "middle",
          style: `fill:var(--ink);font-size:${Math.min(13, size)}px`
        },
        size < 11 ? "" : letter
      )
    ])
  ];
  const soft = (meaning: string): string =>
    `fill:color-mix(in oklab, var(--${meaning}) 28%, var(--surface));stroke:var(--${meaning})`;
  const empty = "fill:var(--surface);stroke:var(--edge);stroke-dasharray:2 2";
  return svg(
    "svg",
    {width, height: TOP + 3 * ROW, viewBox: `0 0 ${width} ${TOP + 3 * ROW}`, class: "chart"},
    ...row(
      "text",
      TOP,
      text.map((letter) => ({text: letter, style: soft("data")}))
    ),
    ...row(
      "memory",
      TOP + ROW,
      text.slice(0, held).map((letter) => ({text: letter, style: soft("model")}))
    ),
    ...row(
      "copy",
      TOP + 2 * ROW,
      text.map((letter, i) => (i < held ? {text: letter, style: soft("model")} : {text: "?", style: empty}))
    )
  );
}

/** A text that must pass through a memory of so many bits. */
export function memorySqueeze(name = "memory-squeeze") {
  return figure<Value>({
    name,
    title: "A text through a memory",
    caption:
      "A machine reads a text of drawn letters and must then write it once more, from its memory alone. It holds as many letters as there is room for and guesses the others. The curve is the share of letters that come out right, by the length of the text. Make the text longer, and the memory larger.",
    controls: {
      length: slider([1, LONGEST], {label: "Letters of the text", value: 24}),
      bits: slider([0, 96], {label: "Bits of the memory", value: 30, step: 3}),
      letters: select<string>(["2", "4", "8", "26"], {label: "Kinds of letters", value: "8"})
    },
    draw: (value, {width}) => {
      const {length, bits} = value;
      const letters = Number(value.letters);
      const lengths = Array.from({length: LONGEST}, (_, i) => i + 1);
      const held = heldLetters(length, letters, bits);
      return element(
        "div",
        {},
        squeezed(value, width),
        chart({
          width,
          height: 240,
          x: {domain: [1, LONGEST], label: "Letters of the text"},
          y: {domain: [0, 1.1], label: "Share of letters that come out right"},
          marks: [
            moment(length),
            line(
              lengths.map((n): Point => [n, 1]),
              {meaning: "attention", dashed: true, name: "if all letters are kept"}
            ),
            line(
              lengths.map((n): Point => [n, lettersOut(n, letters, bits)]),
              {meaning: "model", name: "through the memory"}
            ),
            note(
              [length, lettersOut(length, letters, bits)],
              `${(100 * lettersOut(length, letters, bits)).toFixed(0)} %`,
              {
                "text-anchor": length > LONGEST - 4 ? "end" : "start",
                dx: length > LONGEST - 4 ? -6 : 6,
                dy: -6,
                style: "fill:var(--ink)"
              }
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Needs ${bitsText(length, letters)} bits, has ${bits} · ${held} letters held, ${length - held} guessed · ${sayShare(copyableShare(length, letters, bits))}`
        )
      );
    },
    describe: (value) => {
      const letters = Number(value.letters);
      const held = heldLetters(value.length, letters, value.bits);
      return `A text of ${value.length} letters of ${letters} kinds needs ${bitsText(value.length, letters)} bits; the memory has ${value.bits}. It holds ${held} letters, and ${value.length - held} are guessed: ${(100 * lettersOut(value.length, letters, value.bits)).toFixed(0)} percent of the letters come out right, and ${sayShare(copyableShare(value.length, letters, value.bits))}.`;
    },
    code: ({length, bits, letters}) => `const [length, bits, letters] = [${length}, ${bits}, ${letters}];
const needed = length * Math.log2(letters);
const held = Math.min(length, Math.floor(bits / Math.log2(letters)));
console.log({needed, held, lettersRight: (held + (length - held) / letters) / length});
console.log("texts copied whole, at most", Math.min(1, 2 ** (bits - needed)));`,
    rows: ({bits, letters}) =>
      Array.from({length: LONGEST}, (_, i) => ({
        letters: i + 1,
        bitsNeeded: bitsOf(i + 1, Number(letters)),
        right: lettersOut(i + 1, Number(letters), bits)
      }))
  });
}
