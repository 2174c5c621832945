/** The book as a reader finds it: the stages of the curriculum, and those of their sections that have a page. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {curriculum, type CurriculumStage} from "../lib/curriculum.js";
import {root} from "./root.js";
import {filesIn} from "./filesIn.js";
import {nameOf} from "./nameOf.js";
import {stageFolders} from "./stageFolders.js";

interface BookSection {
  readonly slug: string;
  readonly title: string;
  /** Where its page is, or will be, such as `/stages/01-markov/perplexity`. */
  readonly path: string;
  readonly built: boolean;
}

export interface BookStage extends CurriculumStage {
  readonly sections: readonly BookSection[];
}

export const sourceOf = (path: string): string => join(root, "src", `${path}.md`);

/** The address that a link to a page shows: an index is its folder. */
export const addressOf = (path: string): string => path.replace(/\/index$/, "/");

export const book = (): readonly BookStage[] =>
  curriculum.map((stage) => ({
    ...stage,
    sections: (stageFolders.find(({slug}) => slug === stage.slug)?.sections ?? []).map(({slug, title}) => {
      const path = `/stages/${stage.slug}/${slug}`;
      return {slug, title, path, built: existsSync(sourceOf(path))};
    })
  }));

export interface Place {
  readonly stage: BookStage;
  readonly section: BookSection;
}

/** The stage and section of a page, by its path; undefined for a page outside the stages. */
export function placeOf(path: string): Place | undefined {
  const [, slug, name] = /^\/stages\/([\w-]+)\/([\w-]+)$/.exec(path) ?? [];
  if (slug === undefined) return undefined;
  const stage = book().find((stage) => stage.slug === slug);
  const section = stage?.sections.find((section) => section.slug === name);
  if (stage === undefined || section === undefined) throw new Error(`${path}: not listed in its stage.ts`);
  return {stage, section};
}

/** The title of a page, from its first lines. */
export const titleOf = (path: string): string =>
  /^title: *"?(.*?)"?$/m.exec(readFileSync(sourceOf(path), "utf8"))?.[1] ?? path;

/** Pages that stand beside the stages: playgrounds in the order of their stages, dashboards, then the rest by title. */
function beside(): readonly {readonly name: string; readonly path: string}[] {
  const at = (folder: string) => filesIn(`src${folder}`, /\.md$/).map((file) => file.slice(3, -3));
  const stageOf = (path: string): number => curriculum.findIndex(({slug}) => path.endsWith(`/${nameOf(slug)}`));
  const playgrounds = [...at("/playground")].sort((a, b) => stageOf(a) - stageOf(b));
  const rest = at("").filter((path) => !["/index", "/404"].includes(path));
  // of the reference the first page alone: the contents are a part of what every page weighs
  const reference = existsSync(sourceOf("/api/index")) ? [{name: "API reference", path: "/api/"}] : [];
  return [
    ...[...playgrounds, ...at("/dashboards"), ...rest].map((path) => ({name: titleOf(path), path})),
    ...reference
  ];
}

interface Chapter {
  readonly name: string;
  readonly pages: readonly {readonly name: string; readonly path: string}[];
}

/** The contents of the book, for Framework's sidebar and its previous and next. */
export const contents = (): readonly Chapter[] => chapters().filter(({pages}) => pages.length > 0);

const chapters = (): readonly Chapter[] => [
  ...book().map(({number, title, sections}) => ({
    name: `${number}. ${title}`,
    pages: sections.filter(({built}) => built).map(({title, path}) => ({name: title, path: addressOf(path)}))
  })),
  {
    name: "Beside the book",
    pages: beside()
  }
];
