/**
 * A way through the book: pages in an order, with the time they take and, for who has been there, what is done.
 *
 *   [[path 1/probability 2/* /recipes]]
 *
 * names sections by their stage, all of a stage by a star, and pages beside the stages by their address.
 */
import {readFileSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {addressOf, book, sourceOf, titleOf} from "./book.js";
import {lineOf, pageOf} from "./markdown-line.js";
import {readingMinutes} from "./readingMinutes.js";

const LINE = /^\[\[path ((?:[\w*/-]+ ?)+)\]\]\s*$/;

interface Stop {
  readonly path: string;
  readonly title: string;
  /** Of a section: what marks it as done. */
  readonly place?: readonly [stage: number, slug: string];
}

/** The pages that one word of a path names. */
function stopsOf(word: string): readonly Stop[] {
  if (word.startsWith("/")) return [{path: word, title: titleOf(word)}];
  const [number, name] = word.split("/");
  const stage = book().find((stage) => String(stage.number) === number);
  const sections = (stage?.sections ?? []).filter(({slug, built}) => built && (name === "*" || slug === name));
  if (sections.length === 0) throw new Error(`there is no page ${word}`);
  return sections.map(({path, title, slug}) => ({path, title, place: [Number(number), slug]}));
}

function pathOf(words: readonly string[], escape: (text: string) => string): string {
  const stops = words.flatMap(stopsOf);
  const minutes = stops.map(({path}) => readingMinutes(readFileSync(sourceOf(path), "utf8")));
  const items = stops.map(({path, title, place}, i) => {
    const data = place === undefined ? "" : ` data-stage="${place[0]}" data-section="${place[1]}"`;
    return `<li${data}><span class="number">${i + 1}</span><a href="${addressOf(path)}">${escape(title)}</a><span class="section-time">${minutes[i]} min</span></li>`;
  });
  const total = minutes.reduce((sum, one) => sum + one, 0);
  const time = total < 60 ? `${total} min` : `${Math.floor(total / 60)} h ${total % 60} min`;
  return `<p class="stage-time">${stops.length} pages, <b>${time}</b> to read.</p>\n<ol class="sections">${items.join("\n")}</ol>\n`;
}

export function paths(md: MarkdownIt): MarkdownIt {
  md.block.ruler.before("fence", "path", (state, start, _, silent) => {
    const [, words] = LINE.exec(lineOf(state, start)) ?? [];
    if (words === undefined) return false;
    if (silent) return true;
    try {
      state.push("html_block", "", 0).content = pathOf(words.trim().split(/ +/), md.utils.escapeHtml);
    } catch (error) {
      throw new Error(`${pageOf(state.env)}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error
      });
    }
    state.line = start + 1;
    return true;
  });
  return md;
}
