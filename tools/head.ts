import {existsSync} from "node:fs";
import {join} from "node:path";
import {depthScript} from "./depth.js";
import {fontFaces} from "./fonts.js";
import {mathHead} from "./markdown-math.js";
import {root} from "./root.js";

// in base64, for Framework escapes addresses once more
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 3v11M6 8v6M10 8v6M14 8v6" stroke="#8a867d" stroke-width="2"/></svg>`;
const favicon = `data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}`;

// before the first paint: the reader's choice of theme, and contents that begin closed (Framework opens them on wide
// screens); later, the button in the header
const theme = `<script>{
const root = document.documentElement;
try {
  if (localStorage.theme) root.dataset.theme = localStorage.theme;
  sessionStorage.setItem("observablehq-sidebar", "false");
} catch {}
addEventListener("click", ({target}) => {
  if (!(target instanceof Element) || !target.closest("button.theme")) return;
  const auto = root.dataset.theme === undefined;
  const dark = auto ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset.theme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.theme = root.dataset.theme; } catch {}
});
}</script>`;

/** A module of the components that every page runs, if there is one: the reader's progress on ruler and map. */
const everyPage = "/components/everyPage.js";

export interface HeadOf {
  readonly path: string;
  /** The first lines of the page, read. */
  readonly data: {readonly toc?: unknown};
}

export function head({path, data}: HeadOf): string {
  const shared = existsSync(join(root, "src", everyPage.replace(/\.js$/, ".ts")));
  return [
    theme,
    ...(path.startsWith("/stages/") ? [depthScript] : []),
    `<link rel="icon" href="${favicon}">`,
    fontFaces(path),
    // room for a page's contents at its right; said before the body is parsed, so that nothing moves when they come
    ...(data.toc === false ? [] : ["<style>:root{--contents:13rem}</style>"]),
    mathHead,
    ...(shared ? [`<script type="module" src="${everyPage}"></script>`] : [])
  ].join("\n");
}
