import katex from "katex";
import {expect, it} from "vitest";
import {signsOf} from "../../tools/math-fonts.js";

it("the signs that are kept are those that formulas show, and no word of the prose", () => {
  const formula = katex.renderToString("\\ln\\frac{\\alpha}{\\sum_i x_i} \\le \\left(\\tfrac12\\right)", {
    displayMode: true
  });
  const signs = signsOf([`<p>Zebra ${formula} quiz &amp; ☃</p>`]);
  for (const sign of "lnα∑ix≤12()") expect(signs).toContain(sign);
  for (const sign of "Zq☃") expect(signs).not.toContain(sign);
});
