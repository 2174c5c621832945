const COMMANDS: Readonly<Record<string, string>> = {
  "\\,": "·",
  "\\ln": "ln ",
  "\\tanh": "tanh ",
  "\\sigma": "σ",
  "\\sin": "sin ",
  "\\cos": "cos ",
  "\\max": "max",
  "\\min": "min",
  "\\sqrt": "√",
  "\\sum": "Σ"
};
const PIECE = /\\operatorname\{(\w+)\}|\\(?:,|[a-z]+)|\^\{?|_\{?|[{}]|./giu;
const POWERS: Readonly<Record<string, string>> = {"2": "²", x: "ˣ", y: "ʸ"};

/**
 * A formula of the rules of derivatives in plain characters, with names in place of x and y: for text in a drawing, where
 * no TeX is typeset. It reads what those rules use, and nothing more.
 */
export function formulaText(tex: string, x = "x", y = "y"): string {
  const plain = x === "x" && y === "y";
  const named = (letter: string): string => (letter === "x" ? x : letter === "y" ? y : letter);
  const pieces = (tex.match(PIECE) ?? []).filter((piece) => piece !== " ");
  let at = 0;
  const group = (): string => {
    // one piece, or all up to the brace that closes
    if (pieces[at] !== "{") return one(pieces[at++] ?? "");
    at++;
    return rest();
  };
  const rest = (): string => {
    let text = "";
    while (at < pieces.length) {
      const piece = pieces[at++]!;
      if (piece === "}") break;
      text += one(piece);
    }
    return text.replace(/([\p{L}\p{N})])(ln|√)/gu, "$1·$2");
  };
  const wrapped = (text: string): string => (/^[\p{L}\p{N}.√]+[²ˣʸ]?$/u.test(text) ? text : `(${text})`);
  const one = (piece: string): string => {
    if (piece === "\\frac") {
      const above = group();
      return `${wrapped(above)}/${wrapped(group())}`;
    }
    if (piece === "\\sqrt") return `√${wrapped(group())}`;
    if (piece === "^" || piece === "^{") {
      const exponent = piece === "^{" ? rest() : one(pieces[at++] ?? "");
      const raised = POWERS[exponent];
      return raised !== undefined && (plain || exponent === "2") ? raised : `^${wrapped(exponent)}`;
    }
    if (piece === "_{") return rest();
    if (piece === "_") return "";
    const operator = /^\\operatorname\{(\w+)\}$/.exec(piece);
    if (operator !== null) return `${operator[1] ?? ""} `;
    if (piece === "-") return "−";
    return COMMANDS[piece] ?? named(piece);
  };
  return rest()
    .replace(/ ([²(])/gu, "$1")
    .replace(/(tanh|ln|sin|cos)²(?=\S)/gu, "$1² ")
    .trim();
}
