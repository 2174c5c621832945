import "./tools/local-cdn.js";
import {contents} from "./tools/book.js";
import {fontPaths} from "./tools/fonts.js";
import {head} from "./tools/head.js";
import {header} from "./tools/header.js";
import {markdown} from "./tools/markdown.js";

export default {
  root: "src",
  output: "dist",
  base: process.env["SITE_BASE"] ?? "/",
  title: "LLMs from first principles",
  home: "Home",
  pages: contents(),
  dynamicPaths: fontPaths,
  style: "styles/index.css",
  globalStylesheets: [],
  head,
  header,
  footer: null,
  search: true,
  toc: {label: "In this section"},
  markdownIt: markdown
};
