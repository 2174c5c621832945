/**
 * What is made from the book's own lists, each by a line of its own: `[[stages]]`, `[[sections]]` of the stage that the
 * page is in, `[[time]]` that the stage takes to read, `[[glossary]]`.
 */
import {readFileSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {addressOf, book, placeOf, sourceOf, type BookStage} from "./book.js";
import {lineOf, pageOf} from "./markdown-line.js";
import {readingMinutes} from "./readingMinutes.js";
import {slugOf, terms, type Term} from "./terms.js";

type Escape = (text: string) => string;

function stageItem({number, title, question, sections}: BookStage, escape: Escape): string {
  const first = sections.find(({built}) => built);
  const name =
    first === undefined ? `<span>${escape(title)}</span>` : `<a href="${addressOf(first.path)}">${escape(title)}</a>`;
  const state = first === undefined ? "planned" : "";
  return `<li data-stage="${number}"><span class="number">${number}</span><span>${name}<span class="stage-question">${escape(question)}</span></span><span class="stage-progress">${state}</span></li>`;
}

function stages(escape: Escape): string {
  const all = book();
  const spirals = [...new Set(all.map(({spiral}) => spiral))];
  return spirals
    .map((spiral) => {
      const items = all.filter((stage) => stage.spiral === spiral).map((stage) => stageItem(stage, escape));
      return `<section class="spiral" aria-label="${spiral}"><p class="spiral-name">${spiral}</p><ol class="stages">${items.join("\n")}</ol></section>`;
    })
    .join("\n");
}

function sections(page: string, escape: Escape): string {
  const place = placeOf(page);
  if (place === undefined) throw new Error(`${page}: [[sections]] stands on a page of a stage`);
  const {stage} = place;
  const items = stage.sections
    .filter(({slug}) => slug !== "index")
    .map(({slug, title, path, built}, i) => {
      const name = built ? `<a href="${addressOf(path)}">${escape(title)}</a>` : `<span>${escape(title)}</span>`;
      const minutes = built ? `${readingMinutes(readFileSync(sourceOf(path), "utf8"))} min` : "soon";
      return `<li data-stage="${stage.number}" data-section="${slug}"><span class="number">${i + 1}</span>${name}<span class="section-time">${minutes}</span></li>`;
    });
  return `<ol class="sections">${items.join("\n")}</ol>`;
}

/** The reading time of the sections that have a page. */
function time(page: string): string {
  const place = placeOf(page);
  if (place === undefined) throw new Error(`${page}: [[time]] stands on a page of a stage`);
  const built = place.stage.sections.filter((section) => section.built);
  const minutes = built.reduce((sum, {path}) => sum + readingMinutes(readFileSync(sourceOf(path), "utf8")), 0);
  const hours = Math.floor(minutes / 60);
  const words = [...(hours > 0 ? [`${hours} h`] : []), `${minutes % 60} min`].join(" ");
  return `<p class="stage-time">Reading time of all ${built.length} pages: <b>${words}</b>, with a few minutes more for each exercise.</p>`;
}

function entry(term: Term, escape: Escape): string {
  const stage = book().find(({number}) => number === term.stage);
  const section = stage?.sections.find(({slug}) => slug === term.section);
  if (stage === undefined || section === undefined)
    throw new Error(
      `the term ${term.term} names stage ${term.stage}, section ${term.section}, which its stage.ts does not list`
    );
  const where = section.built
    ? `<a href="${addressOf(section.path)}">${escape(section.title)}</a>`
    : escape(section.title);
  return `<dt id="${slugOf(term)}">${escape(term.term)}</dt><dd>${escape(term.definition)} <span class="term-place">Stage ${stage.number}, ${where}</span></dd>`;
}

const glossary = (escape: Escape): string => {
  return `<dl class="glossary">${terms.map((term) => entry(term, escape)).join("\n")}</dl>`;
};

export function maps(md: MarkdownIt): MarkdownIt {
  const escape = md.utils.escapeHtml;
  md.block.ruler.before("fence", "map", (state, start, _, silent) => {
    const [, kind] = /^\[\[(stages|sections|time|glossary)\]\]\s*$/.exec(lineOf(state, start)) ?? [];
    if (kind === undefined) return false;
    if (silent) return true;
    const page = pageOf(state.env);
    const made = {
      stages: () => stages(escape),
      sections: () => sections(page, escape),
      time: () => time(page),
      glossary: () => glossary(escape)
    };
    const html = made[kind as keyof typeof made](); // the pattern has no other kinds
    state.push("html_block", "", 0).content = `${html}\n`;
    state.line = start + 1;
    return true;
  });
  return md;
}
