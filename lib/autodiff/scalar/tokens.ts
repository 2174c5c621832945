import {TextError, found} from "../../core/errors.js";

/** A piece of a formula's text. */
export interface FormulaToken {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  /** Where it starts, in UTF-16 units from 0. */
  readonly position: number;
}

const PIECE = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([-+*/^(),−×·÷]))/uy;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["−", "-"],
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"]
]);

/**
 * A formula cut into numbers, names and signs, with an end after the last.
 *
 * @throws TextError for a character that is none of these.
 */
export function formulaTokens(text: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  const end = text.trimEnd().length;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < end) {
    const from = PIECE.lastIndex;
    const match = PIECE.exec(text);
    if (match === null) {
      const position = from + text.slice(from).search(/\S/);
      throw formulaError(text, position, "formulas have no such character", "use numbers, names, + - * / ^ ( ) and ,");
    }
    const [, number, name, sign] = match;
    const piece = number ?? name ?? sign!;
    tokens.push({
      kind: number !== undefined ? "number" : name !== undefined ? "name" : "sign",
      text: SIGNS.get(piece) ?? piece,
      position: PIECE.lastIndex - piece.length
    });
  }
  tokens.push({kind: "end", text: "the end", position: end});
  return tokens;
}

/** What is wrong with a formula, and at which character. */
export function formulaError(text: string, position: number, rule: string, hint: string): TextError {
  const around = text.slice(Math.max(0, position - 20), position + 20);
  return new TextError("parse", rule, [{name: "position", value: String(position)}, found("near", around)], hint);
}
