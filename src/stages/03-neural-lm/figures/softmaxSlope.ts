import {log, softmax} from "/lib/index.js";
import {bars} from "../../../components/chart/bars.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {TOKENS, type Token} from "../model/tinyNumbers.js";

interface Value {
  readonly came: Token;
  readonly right: number;
  readonly shift: number;
}

const START = [0, 1, -1, 0, 1] as const;
const signed = (x: number): string => x.toFixed(3).replace("-", "−");

/** The tiny example's logits, probabilities and gradient, with the logit of what came to move. */
export function softmaxSlope(name = "softmax-slope") {
  const worked = ({came, right, shift}: Value) => {
    const logits = TOKENS.map((token, i) => (token === came ? right : START[i]!) + shift);
    const p = Array.from(softmax(logits));
    return {
      rows: TOKENS.map((token, i) => {
        const y = token === came ? 1 : 0;
        return {token, logit: logits[i]!, p: p[i]!, y, slope: p[i]! - y};
      }),
      loss: 0 - log(p[TOKENS.indexOf(came)]!)
    };
  };
  return figure<Value>({
    name,
    title: "The gradient is what is said minus what is so",
    caption:
      "The logits of the tiny example, with that of the token that came to move. Filled: p. Outlined: y. Where the bar is short of the outline the gradient is negative, and a step of descent raises that logit.",
    controls: {
      came: select<Token>(["n", "a", "b", "e", "⏎"], {label: "What came"}),
      right: slider([-8, 8], {label: "Its logit", value: 1, step: 0.5, format: signed}),
      shift: slider([-1000, 1000], {label: "Added to all logits", value: 0, step: 50})
    },
    draw: (value, {width}) => {
      const {rows, loss} = worked(value);
      const wide = width >= 600;
      const side = wide ? width * 0.46 : width;
      return element(
        "div",
        {className: wide ? "vectors wide" : "vectors"},
        bars({
          width: side,
          height: 250,
          label: "Probability",
          max: 1,
          outlined: "data",
          note: `loss ${loss.toFixed(3)} nats`,
          bars: rows.map(({token, p, y}) => ({name: token, value: p, outline: y}))
        }),
        element(
          "div",
          {},
          table(rows, [
            {label: "Token", value: ({token}) => token},
            {label: "Logit", value: ({logit}) => logit, format: (x) => x.toFixed(1).replace("-", "−")},
            {label: "p", value: ({p}) => p, format: signed},
            {label: "y", value: ({y}) => y},
            {label: "p − y", value: ({slope}) => slope, format: signed}
          ])
        )
      );
    },
    describe: (value) => {
      const {rows, loss} = worked(value);
      const all = rows.map(({token, p, slope}) => `${token} has ${signed(p)} and the gradient ${signed(slope)}`);
      return `“${value.came}” came, with the logit ${value.right}; ${value.shift} is added to all logits, which changes nothing. ${all.join(", ")}. The loss is ${loss.toFixed(4)} nats.`;
    },
    code: (value) => `import {log, softmax} from "llm-first-principles";

const logits = [${worked(value)
      .rows.map(({logit}) => logit)
      .join(", ")}]; // of ⏎ a b e n
const came = ${TOKENS.indexOf(value.came)};
const p = softmax(logits);
console.log("loss", -log(p[came]));
console.log("gradient", Array.from(p, (x, j) => x - (j === came ? 1 : 0)));`,
    rows: (value) => worked(value).rows
  });
}
