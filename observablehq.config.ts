import type MarkdownIt from "markdown-it";
import "./tools/local-cdn.js";
import {contents} from "./tools/book.js";
import {fontPaths} from "./tools/fonts.js";
import {head, type HeadOf} from "./tools/head.js";
import {header} from "./tools/header.js";
import {markdown} from "./tools/markdown.js";
import {editablePages, hearNotebook} from "./tools/notebook/editable.js";

/** Whether this is `npm start`; a build offers its notebooks when they are made. */
const live = process.env["LIVE"] !== undefined;

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
  head: (of: HeadOf) => [head(of), ...(live ? [hearNotebook] : [])].join("\n"),
  header,
  footer: null,
  search: true,
  toc: {label: "In this section"},
  markdownIt: live ? (md: MarkdownIt) => editablePages(markdown(md)) : markdown
};
