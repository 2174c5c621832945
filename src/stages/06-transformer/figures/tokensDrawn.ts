import {heat} from "../../../components/chart/heatmap.js";
import {element} from "../../../components/element.js";

const COLORS = ["attention", "query", "value", "key"] as const;

/** A text in tokens, each on a ground of its own. */
export const tokensDrawn = (pieces: readonly string[]): HTMLElement =>
  element(
    "p",
    {className: "cut"},
    ...pieces.map((piece, i) => {
      const span = element("span", {}, piece === "\n" ? "↵\n" : piece);
      span.style.background = heat(COLORS[i % COLORS.length]!, 0.3);
      return span;
    })
  );
