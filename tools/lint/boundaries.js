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
  decode: ["core"],
  io: ["core", "tensor"],
  reactive: ["core"],
  stages: ["core", "tensor", "kernels", "autodiff", "nn", "optim", "text", "decode", "io", "reactive"]
};

// the tensor's arithmetic is done by kernels, through one interface
below.tensor.push("kernels");

/** @param {string} path a path from the root of the project @returns the folder of lib/ that it is in, "" for lib itself */
const folderOf = (path) => {
  const [top, folder, rest] = path.split("/");
  return top !== "lib" ? undefined : rest === undefined ? "" : folder;
};

/** The public faces: numbers and stages, tensors, and expressions of scalars, in which the same names mean other things. */
const isFace = (path) => /^lib\/(index|scalar|tensor)\.(ts|js)$/.test(path);

/** @returns what is wrong with this import, if anything */
export const violation = (from, specifier, root) => {
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
  if (there === "stages") return "Stages are imported by lib/index.ts alone.";
  if (below[here]?.includes(there)) return undefined;
  return `lib/${here} may not import lib/${there}: imports go downwards.`;
};

const outer = (file, here, specifier) => {
  if (/^rxjs(\/|$)/.test(specifier) && here !== "reactive") return "rxjs is imported by lib/reactive alone.";
  if (specifier.startsWith("/")) return "The library is imported by relative paths.";
  return undefined;
};

const outside = (file, to) => {
  if (/^(tests|bench|tools)\//.test(file)) return undefined;
  if (/^src\/(components|stages\/[\w-]+\/figures)\//.test(file)) {
    if (/^lib\//.test(to)) return "Pages and components import the library as /lib/index.js.";
    return undefined;
  }
  if (/^lib\//.test(to) && !isFace(to)) return "Outside the library, import its public face, lib/index.js.";
  return undefined;
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
