import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {pieces} from "../model/aloud.js";

interface Value {
  readonly piece: number;
}

/** The type of every model of the book, with one piece of it read aloud. */
export const stageAloud = (name = "stage-aloud") =>
  figure<Value>({
    name,
    title: "The type of every model, read aloud",
    caption: "Go through the type piece by piece, and read the sentence below before you go on.",
    controls: {piece: slider([1, pieces.length], {label: "Piece", value: 1})},
    draw: ({piece}) => {
      const lines = pieces.map(({code}, i) => {
        const text = element(i === piece - 1 ? "b" : "span", {}, code);
        text.style.color = i === piece - 1 ? "var(--ink)" : "var(--ink-3)";
        const line = element("div", {}, text);
        line.style.paddingLeft = code.startsWith("readonly") || i === 1 || i === 2 ? "1.5em" : "0";
        return line;
      });
      const code = element("div", {}, ...lines);
      code.style.font = "0.8125rem / 1.7 var(--mono)";
      const said = element("p", {className: "fig-note"}, pieces[piece - 1]!.aloud);
      said.style.minHeight = "5em";
      said.style.fontSize = "1rem";
      return element("div", {}, code, said);
    },
    describe: ({piece}) => `Piece ${piece} of ${pieces.length}, ${pieces[piece - 1]!.code} ${pieces[piece - 1]!.aloud}`
  });
