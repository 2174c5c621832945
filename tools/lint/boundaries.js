/**
 * Who may import whom, always downwards (docs/architecture.md): a folder of lib/ may import itself and what its row
 * names; pages and components reach the library by its public face alone.
 */
import {dirname, relative, resolve} from "node:path";

const below = {
  core: [],
  tensor: ["core"],
  kernels: ["core", "tensor"],
  autodiff: ["core", "tensor", "kernels"],
  nn: ["core", "tensor", "kernels", "autodiff"],
  optim: ["core", "tensor", "kernels", "autodiff"],
  text: ["core"],
  tokenizers: ["core", "text"],
  decode: ["core"],
  io: ["core", "tensor", "tokenizers"],
  reactive: ["core"],
  lm: ["core", "tensor", "kernels", "autodiff", "nn", "optim", "text", "decode"],
  interop: ["core", "tensor", "kernels", "autodiff", "nn", "io", "text", "tokenizers"],
  stages: [
    "core",
    "tensor",
    "kernels",
    "autodiff",
    "nn",
    "optim",
    "text",
    "tokenizers",
    "decode",
    "io",
    "reactive",
    "lm",
    "interop"
  ]
};

// the tensor's arithmetic is done by kernels, through one interface
below.tensor.push("kernels");

/** @param {string} path a path from the root of the project @returns the folder of lib/ that it is in, "" for lib itself */
const folderOf = (path) => {
  const [top, folder, rest] = path.split("/");
  return top !== "lib" ? undefined : rest === undefined ? "" : folder;
};

/** The public faces: numbers and stages, tensors, and expressions of scalars, in which the same names mean other things. */
const isFace = (path) =>
  /^lib\/((index|scalar|tensor|tokenizers|transformer|interop)|stages\/[\w-]+\/(index|tensors|fields))\.(ts|js)$/.test(
    path
  );

/** @returns what is wrong with this import, if anything */
const violation = (from, specifier, root) => {
  const local = specifier.startsWith(".");
  const to = local ? relative(root, resolve(dirname(from), specifier)).replaceAll("\\", "/") : specifier;
  const file = relative(root, from).replaceAll("\\", "/");
  const here = folderOf(file);
  if (here === undefined) return outside(file, to);
  if (!local) return outer(file, here, specifier);
  if (!to.startsWith("lib/")) return "The library imports nothing outside lib/.";
  if (isFace(file)) return undefined;
  const there = folderOf(to);
  if (there === here || there === undefined) return undefined;
  if (there === "" && !isFace(to)) return undefined;
  if (there === "")
    return `Only pages, tools and tests import ${to.replace(/js$/, "ts")}; here, import the file that is meant.`;
  if (there === "stages") return "A stage is imported by nothing in the library: what two parts want moves down.";
  if (below[here]?.includes(there)) return undefined;
  return `lib/${here} may not import lib/${there}: imports go downwards.`;
};

const outer = (file, here, specifier) => {
  if (/^rxjs(\/|$)/.test(specifier) && here !== "reactive") return "rxjs is imported by lib/reactive alone.";
  if (specifier.startsWith("/")) return "The library is imported by relative paths.";
  return undefined;
};

/** @param {string} path @returns the stage of src/stages that a path is in */
const stageOf = (path) => /^src\/stages\/([\w-]+)\//.exec(path)?.[1];

/** @returns what is wrong when a file of the site imports another: `to` is a path from the root, or an address of the site */
const withinSite = (file, to) => {
  const path = to.startsWith("/") ? `src${to}` : to;
  const [here, there] = [stageOf(file), stageOf(path)];
  if (here !== undefined && there !== undefined && here !== there)
    return "A stage imports the kit and the library, never another stage: what two stages want moves down.";
  if (here === undefined && there !== undefined && file.startsWith("src/components/"))
    return "The kit knows no stage: hand it what it needs.";
  const figures = `src/stages/${here}/figures/`;
  if (here !== undefined && path.startsWith(figures) && !file.startsWith(figures))
    return "Only pages and figures import figures: what facts, workers or models share stands in model/.";
  return undefined;
};

/** @returns what is wrong when a file of the command line imports another: it composes the library as a stranger does */
const withinCli = (file, to) => {
  if (file.startsWith("cli/report/components/") && to === "@observablehq/plot") return undefined; // bundled, or installed there
  if (/^(cli\/|node:|(commander|@huggingface\/jinja|hyparquet|rxjs|llm-first-principles)(\/|$))/.test(to))
    return undefined;
  return "The command line imports itself, the library’s faces by the package’s name, commander, jinja, hyparquet, rxjs and what Node has.";
};

const outside = (file, to) => {
  if (file.startsWith("cli/")) return withinCli(file, to);
  if (/^(tests|bench|tools)\//.test(file)) return undefined;
  if (/^src\/(components|stages)\//.test(file) && /^lib\//.test(to))
    return "The site imports the library as /lib/index.js, as a page does.";
  if (/^lib\//.test(to) && !isFace(to)) return "Outside the library, import its public face, lib/index.js.";
  return file.startsWith("src/") ? withinSite(file, to) : undefined;
};

/** @type {import("eslint").Rule.RuleModule} */
export const boundaries = {
  meta: {type: "problem", schema: [], docs: {description: "imports between folders go downwards"}},
  create(context) {
    const check = ({source}) => {
      if (typeof source?.value !== "string") return;
      const message = violation(context.filename, source.value, context.cwd);
      if (message !== undefined) context.report({node: source, message});
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check
    };
  }
};
