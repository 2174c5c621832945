/** Styles of the site as text for the frame, which can't load them: their fonts are in it. */

async function loaded(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} can't be loaded: ${response.status}`);
  return response;
}

async function dataUrl(address: string): Promise<string> {
  const blob = await (await loaded(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`${address} can't be read`));
    reader.readAsDataURL(blob);
  });
}

/** Styles with their fonts in them; addresses are read against `base`. */
async function withFonts(css: string, base: string): Promise<string> {
  const fonts = new Set([...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, font = ""]) => font));
  const pairs = await Promise.all(
    [...fonts].map(async (font) => [font, await dataUrl(new URL(font, base).href)] as const)
  );
  return pairs.reduce((text, [font, data]) => text.replaceAll(`url(${font})`, `url(${data})`), css);
}

/** A style sheet of the site. */
export const styleSheet = async (address: string): Promise<string> =>
  withFonts(await (await loaded(address)).text(), address);

/** Rules that speak of what stands in the main column itself, in the frame speak of what stands in a cell there. */
const inCells = (css: string): string => css.replace(/#observablehq-main\s*>/g, ":is(.out, .prose) >");

/** All styles of the page, but those of formulas, which bring their own. */
export async function pageStyles(): Promise<string> {
  const sheets = [...document.styleSheets].filter(({href}) => href?.includes("/katex") !== true);
  const texts = sheets.map(({href, ownerNode}) =>
    href === null ? withFonts(ownerNode?.textContent ?? "", location.href) : styleSheet(href)
  );
  return inCells((await Promise.all(texts)).join("\n"));
}
