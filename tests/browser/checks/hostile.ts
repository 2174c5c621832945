import type {Page} from "playwright-core";

const RUN = "globalThis.pwned=1";

/** Texts that would run, load, break layout or break a table of tokens, where they were trusted. */
export const hostile: readonly string[] = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="https://example.com/leak.png">`,
  `<svg onload="${RUN}">`,
  `<svg><script>${RUN}</script></svg>`,
  `<iframe src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<style>@import "https://example.com/a.css"</style>`,
  `<link rel=stylesheet href="https://example.com/a.css">`,
  `<base href="https://example.com/">`,
  `<form action="https://example.com"><input name=a></form>`,
  `<details open ontoggle="${RUN}">`,
  `"><b onmouseover="${RUN}">`,
  `' onfocus='${RUN}' autofocus='`,
  "javascript:alert(1)",
  "data:text/html,<script>1</script>",
  `\${${RUN}}`,
  `{{${RUN}}}`,
  "`${globalThis}`",
  "$&$1$$",
  "%E0%A4%A",
  "%3Cscript%3E",
  "&lt;script&gt;",
  "__proto__",
  "constructor",
  "toString hasOwnProperty valueOf",
  "../../../etc/passwd",
  "\u0000\u0001\u001f",
  "\u2028\u2029",
  "\u202Egnirts\u202C",
  "\u200B\u200D\uFEFF",
  "e\u0301 \u00E9",
  "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ￿",
  "שלום مرحبا",
  "=cmd|' /C calc'!A0",
  "+1+1 @SUM(1) -2",
  "a".repeat(5000)
];

export const pwned = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as unknown as {pwned?: unknown}).pwned);

/** Types texts into every field of the page, each as a reader's paste does: input, then change. */
export const fill = (page: Page, texts: readonly string[]): Promise<number> =>
  page.evaluate(async (texts) => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        "main input[type=text], main input:not([type]), main textarea, input[type=search]"
      )
    ];
    for (const text of texts)
      for (const field of fields) {
        field.value = text;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, {bubbles: true}));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    return fields.length;
  }, texts);
