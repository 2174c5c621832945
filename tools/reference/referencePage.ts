import type {Entry, Kind} from "./entry.js";
import {exampleProgram} from "./examples.js";
import {escaped, linked, prose, sentence, type Links} from "./html.js";
import type {Topic} from "./topics.js";

const sections: readonly (readonly [title: string, kinds: readonly Kind[]])[] = [
  ["Functions", ["function"]],
  ["Constants", ["constant"]],
  ["Types", ["class", "interface", "type"]]
];

const definition = (term: string, text: string): string => `<dt>${term}</dt><dd>${text}</dd>`;

function details({doc, members, name}: Entry, links: Links): string {
  const say = (text: string) => sentence(text, links, name);
  const rows = [
    ...doc.params.map(({name, text}) => definition(`<code>${escaped(name)}</code>`, say(text))),
    ...members.map((member) =>
      definition(
        `<code>${escaped(member.name)}${member.optional ? "?" : ""}: ${linked(member.type, links, name)}</code>`,
        say(member.text)
      )
    ),
    ...(doc.returns === undefined ? [] : [definition("returns", say(doc.returns))]),
    ...doc.throws.map((text) => definition("throws", say(text))),
    ...doc.see.map((text) => definition("see", say(text)))
  ];
  return rows.length === 0 ? "" : `<dl class="api-details">${rows.join("\n")}</dl>`;
}

const example = (code: string): string => `\n\`\`\`ts run=false\n${code}\n\`\`\`\n`;

function entryOf(entry: Entry, links: Links, all: readonly Entry[]): string {
  const {name, faces, file, line, signatures, doc} = entry;
  return [
    `<section class="api-entry" data-name="${name}">`,
    `<h3 id="${name}" tabindex="-1">${name}</h3>`,
    `<pre class="api-signature"><code>${signatures.map((signature) => linked(signature, links, name)).join("\n")}</code></pre>`,
    prose(doc.text, links, name),
    details(entry, links),
    doc.examples.map((code) => example(exampleProgram(code, entry, all))).join(""),
    `<p class="api-from">${faces.map((face) => `<code>${face}</code>`).join(", ")} <span>${file}:${line}</span></p>`,
    "</section>"
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const STYLES = '<link rel="stylesheet" href="../styles/beside.css">';

/** A page of the reference as Markdown; examples may name what other pages tell. */
export function referencePage(
  {title, lede}: Topic,
  entries: readonly Entry[],
  {links, all}: {readonly links: Links; readonly all: readonly Entry[]}
): string {
  const parts = sections.flatMap(([heading, kinds]) => {
    const own = entries.filter(({kind}) => kinds.includes(kind));
    return own.length === 0 ? [] : [`## ${heading}`, ...own.map((entry) => entryOf(entry, links, all))];
  });
  return [
    `---\ntitle: "${title} (API)"\n---`,
    STYLES,
    `# ${title}`,
    `<p class="lede">${escaped(lede)}</p>`,
    ...parts,
    ""
  ].join("\n\n");
}

/** The first page: every topic with the names that it tells. */
export function referenceIndex(topics: readonly (readonly [Topic, readonly Entry[]])[]): string {
  const total = topics.reduce((sum, [, entries]) => sum + entries.length, 0);
  const listed = topics.map(([{slug, title, lede}, entries]) => {
    const names = entries.map(({name}) => `<a href="./${slug}#${name}"><code>${name}</code></a>`).join(" ");
    return `<h2 id="${slug}" tabindex="-1">${escaped(title)}</h2>\n<p>${escaped(lede)} <a href="./${slug}">Read all of it.</a></p>\n<p class="api-names">${names}</p>`;
  });
  return [
    `---\ntitle: "API reference"\n---`,
    STYLES,
    "# API reference",
    `<p class="lede">All ${total} exports of the library with their types, shapes, errors and sources, from the docstrings beside the code.</p>`,
    `<label class="api-filter">Find a name <input type="search" placeholder="adamw, softmax …" autocomplete="off"> <output></output></label>`,
    ...listed,
    '```js\nimport {filterNames} from "../components/filterNames.js";\nfilterNames(document.querySelector("#observablehq-main"));\n```',
    ""
  ].join("\n\n");
}
