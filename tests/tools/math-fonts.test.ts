import katex from "katex";
import {describe, expect, it} from "vitest";
import {signsOf} from "../../tools/math-fonts.js";

const shown = (tex: string): string => katex.renderToString(tex, {displayMode: true});

it("the signs that are kept are those that formulas show, and no word of the prose", () => {
  const signs = signsOf([
    `<p>Zebra ${shown("\\ln\\frac{\\alpha}{\\sum_i x_i} \\le \\left(\\tfrac12\\right)")} quiz &amp; ☃</p>`
  ]);
  for (const sign of "lnα∑ix≤12()") expect(signs).toContain(sign);
  for (const sign of "Zq☃") expect(signs).not.toContain(sign);
});

describe("each font keeps the signs that are set in it", () => {
  const page = `<p>${shown("x \\in \\mathbb{R}, \\mathbf{w}, \\mathcal{L}, \\sqrt{\\left(\\frac{a}{b}\\right)}")} and ${shown("\\sum_k y_k")}</p>`;
  it.each([
    ["Math-Italic", "xaby", "Rw"],
    ["AMS-Regular", "R", "xabL"],
    ["Main-Bold", "w", "xR"],
    ["Caligraphic-Regular", "L", "R"],
    ["Size2-Regular", "∑", "x"],
    ["Main-Regular", "∈,", "☃"]
  ])("%s", (font, kept, dropped) => {
    const signs = signsOf([page], font);
    for (const sign of kept) expect(signs).toContain(sign);
    for (const sign of dropped) expect(signs).not.toContain(sign);
  });

  it("and a big parenthesis that is drawn by a font is in it", () => {
    const size = /class="delimsizing (size\d)"/.exec(shown("\\Bigl( x"))?.[1] ?? "";
    expect(signsOf([shown("\\Bigl( x")], `S${size.slice(1)}-Regular`)).toContain("(");
  });
});
