import {table} from "../../../components/chart/table.js";
import {TOKENS, type Token} from "../model/tinyNumbers.js";

interface TokenTableSpec {
  /** The token that comes. */
  readonly next: Token;
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
  /** Of the loss, by each logit. */
  readonly slopes: readonly number[];
  readonly format: (value: number) => string;
}

/** The tokens of the tiny example, with what a network says of each, and the slope that comes back. */
export const tokenTable = ({next, logits, probabilities, slopes, format}: TokenTableSpec): HTMLElement =>
  table(
    TOKENS.map((token, i) => ({
      token: token === next ? `${token} (it comes)` : token,
      logit: logits[i]!,
      p: probabilities[i]!,
      back: slopes[i]!
    })),
    [
      {label: "Token", value: ({token}) => token},
      {label: "Logit", value: ({logit}) => logit, format},
      {label: "Probability", value: ({p}) => p, format, bar: 1},
      {label: "Slope of the loss", value: ({back}) => back, format}
    ]
  );
