/** All exercises of the book: read from its pages, so that no list is kept by hand. A name used twice fails the build. */
import {readFileSync, readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {findExercises} from "../components/exercise/findExercises.js";

const pages = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(`${pages}stages`, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".md"));
const entries = files
  .map((file) => file.replaceAll("\\", "/"))
  .sort()
  .flatMap((file) =>
    findExercises(`/stages/${file.replace(/\.md$/, "")}`, readFileSync(`${pages}stages/${file}`, "utf8"))
  );
const names = entries.map(({name}) => name);
const twice = names.find((name, i) => names.indexOf(name) !== i);
if (twice !== undefined) throw new Error(`data-exercise="${twice}" is there twice: names are unique on the site`);
process.stdout.write(JSON.stringify(entries));
