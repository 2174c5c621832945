/** The page's styles as one text for the frame, which can't load them: their fonts are in it. */

const textOf = async (address: string): Promise<string> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The page's styles can't be had: ${response.status}`);
  return response.text();
};

const dataUrl = async (address: string): Promise<string> => {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`${address} can't be read`));
    reader.readAsDataURL(blob);
  });
};

const URL_OF = /url\(\s*["']?([^"')]+)["']?\s*\)/;

/** A style sheet of the site with its fonts in it. */
export async function styleSheet(address: string): Promise<string> {
  const text = await textOf(address);
  const fonts = new Set([...text.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, font = ""]) => font));
  const loaded = await Promise.all([...fonts].map(async (font) => [font, await dataUrl(new URL(font, address).href)]));
  return loaded.reduce((css, [font = "", data = ""]) => css.replaceAll(`url(${font})`, `url(${data})`), text);
}

async function face(rule: CSSFontFaceRule, base: string): Promise<string> {
  const [source, address = ""] = URL_OF.exec(rule.cssText) ?? [];
  if (source === undefined) return rule.cssText; // a font of the reader's machine
  return rule.cssText.replace(source, `url(${await dataUrl(new URL(address, base).href)})`);
}

/** Rules that speak of what stands in the main column itself, in the frame speak of what stands in a cell there. */
const inCells = (css: string): string => css.replace(/#observablehq-main\s*>/g, ":is(.out, .prose) >");

async function sheetText(sheet: CSSStyleSheet): Promise<string> {
  const base = sheet.href ?? location.href;
  const faces = [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  const all = await Promise.all(faces.map((rule) => face(rule, base)));
  const rules = sheet.href === null ? (sheet.ownerNode?.textContent ?? "") : await textOf(sheet.href);
  return `${all.join("\n")}\n${inCells(rules.replace(/@font-face\s*\{[^}]*\}/g, ""))}`;
}

export async function pageStyles(): Promise<string> {
  // formulas bring their own sheet
  const own = [...document.styleSheets]
    .filter(({href}) => href?.includes("/katex") !== true)
    .filter(({ownerNode}) => !(ownerNode instanceof HTMLStyleElement && ownerNode.dataset["notebook"] !== undefined));
  return (await Promise.all(own.map(sheetText))).join("\n");
}
