const WORDS_PER_MINUTE = 200;
const WORDS_PER_FORMULA = 10;
const SECONDS_PER_FIGURE = 45;

/** Minutes to read a page's source: its words, its formulas as ten words each, and time to play with its figures. */
export function readingMinutes(markdown: string): number {
  const prose = markdown.replace(/^---\n[\s\S]*?\n---/, "").replace(/```[\s\S]*?```/g, " ");
  const formulas = prose.match(/\$\$[\s\S]+?\$\$/g)?.length ?? 0;
  const figures = prose.match(/class="figure-slot/g)?.length ?? 0;
  const words = prose.replace(/<[^>]+>|\$\$[\s\S]+?\$\$/g, " ").match(/[\p{L}\d]+(['’-][\p{L}\d]+)*/gu)?.length ?? 0;
  const minutes = (words + WORDS_PER_FORMULA * formulas) / WORDS_PER_MINUTE + (figures * SECONDS_PER_FIGURE) / 60;
  return Math.max(1, Math.round(minutes));
}
