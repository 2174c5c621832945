import {parse} from "../lib/scalar.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const RAISED = `[⁻${SUPERSCRIPTS}]`;
const FRACTIONS: Readonly<Record<string, string>> = {"½": "(1/2)", "¼": "(1/4)", "¾": "(3/4)", "⅓": "(1/3)"};
const NUMBER = String.raw`\d(?:[\d,]*\d)?(?:\.\d+)?%?`;
const TOKEN = String.raw`(?:${NUMBER}|[½¼¾⅓]|[()·×/+−√^]|ln(?=[ (])|log₂(?=[ (])|${RAISED}+)`;
const SIDE = String.raw`${TOKEN}(?: ?${TOKEN})*`;
/** Sums in a sentence, such as 0.4 · 0.7 + 0.6 · 0.4 = 0.52: at least two sides, none of them cut off by a letter. */
const EQUATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}).,′/·×+−^${SUPERSCRIPTS}]|[=·/+−×^)] |(?<!\p{L})\p{L} )(?!${RAISED}|[+·×/^]|− )${SIDE}(?: [=≈] ${SIDE})+(?![\p{L}\p{M}₀-₉′(]| [·/+−×])`,
  "gu"
);

const lowered = (text: string): string =>
  text.replace(new RegExp(`${RAISED}+`, "gu"), (raised) => {
    const digits = [...raised].map((one) => (one === "⁻" ? "-" : String(SUPERSCRIPTS.indexOf(one)))).join("");
    return `^(${digits})`;
  });

/** What a side is worth; undefined if it is none by itself. */
export function worth(side: string): number | undefined {
  const formula = lowered(side)
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/(?<number>\d[\d.]*)%/g, "($<number>/100)")
    .replace(/[½¼¾⅓]/g, (one) => FRACTIONS[one]!)
    .replace(/√(?<of>\([^)]*\)|[\d.]+)/g, "sqrt($<of>)")
    .replace(/log₂ ?(?<of>\([^)]*\)|[\d.]+)/g, "(log($<of>)/log(2))")
    .replace(/(?<factor>[\d)] )?ln ?(?<of>\([^)]*\)|[\d.]+)/g, (_, factor: string | undefined, of: string) =>
      factor === undefined ? `log(${of})` : `${factor}* log(${of})`
    )
    .replace(/[·×]/g, "*")
    .replaceAll("−", "-");
  try {
    return parse(formula).value;
  } catch {
    return undefined;
  }
}

/** How far off a rounded number may be: half a unit of its last place, or a thousandth where its parts are rounded. */
function leeway(side: string, sign: string, value: number): number {
  const number = /^−?[\d,]+(?:\.(?<decimals>\d+))?$/.exec(side);
  const places = number?.groups?.["decimals"]?.length ?? (number !== null && sign === "≈" ? 0 : 6);
  return Math.max(0.51 * 10 ** -places, 1e-3 * Math.abs(value));
}

interface Equation {
  readonly text: string;
  readonly holds: boolean;
}

/** The sums that a sentence does, and whether they are right. */
export const equationsIn = (words: string): readonly Equation[] =>
  [...words.matchAll(EQUATION)].flatMap(([text]) => {
    const sides = text.split(/ [=≈] /u);
    const signs = text.match(/[=≈]/gu) ?? [];
    return signs.flatMap((sign, i) => {
      const [before = "", after = ""] = sides.slice(i, i + 2);
      const [left, right] = [worth(before), worth(after)];
      if (left === undefined || right === undefined) return [];
      const off = Math.max(leeway(after, sign, right), leeway(before, sign, left));
      return [{text: `${before} ${sign} ${after}`, holds: Math.abs(left - right) <= off}];
    });
  });
