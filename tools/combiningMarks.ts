import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";

/** The combining marks of a text, each once, in the order of their numbers. */
export const marksIn = (text: string): string => [...new Set(text.match(/\p{M}/gu))].sort().join("");

/** The combining marks that the site's sources have: in pages, figures and exercises. */
export const combiningMarks = (): string =>
  marksIn(
    readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /^(components|dashboards|playground|stages)\/.*\.(ts|md)$|^\w+\.md$/.test(file))
      .map((file) => readFileSync(join(root, "src", file), "utf8"))
      .join("")
  );
