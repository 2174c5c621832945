/** The state of figures in the address of the page: pure functions of its query, one prefix for each figure. */

/** A link can't make the page work through more than this many characters a control. */
const LONGEST = 2000;

/** The query with a figure's texts written into it. What equals its default is left out, what others wrote stays. */
export function writeQuery(
  query: string,
  figure: string,
  texts: ReadonlyMap<string, string>,
  defaults: ReadonlyMap<string, string>
): string {
  const params = new URLSearchParams(query);
  for (const name of [...params.keys()]) if (owner(name) === figure) params.delete(name);
  for (const [name, text] of texts) if (text !== defaults.get(name)) params.set(`${figure}.${name}`, text);
  return params.toString();
}

const owner = (param: string): string => param.slice(0, Math.max(0, param.lastIndexOf(".")));

/** What an address says that a figure can't follow, as a sentence for its reader. */
export type Complaint = string;

interface ReadQuery {
  /** Texts to give to the controls: all of them, the default where the address has none or a bad one. */
  readonly texts: ReadonlyMap<string, string>;
  readonly complaints: readonly Complaint[];
}

/** The texts of a figure in a query. `refusal` says why a control can't take a text, if it can't. */
export function readQuery(
  query: string,
  figure: string,
  defaults: ReadonlyMap<string, string>,
  refusal: (name: string, text: string) => string | undefined
): ReadQuery {
  const params = new URLSearchParams(query);
  const texts = new Map(defaults);
  const complaints: Complaint[] = [];
  for (const param of new Set(params.keys())) {
    if (owner(param) !== figure) continue;
    const name = param.slice(figure.length + 1);
    const [text = "", ...others] = params.getAll(param);
    const why = !defaults.has(name)
      ? "this figure has no such control"
      : others.length > 0
        ? "it is there twice"
        : text.length > LONGEST
          ? `it is longer than ${LONGEST} characters`
          : refusal(name, text);
    if (why === undefined) texts.set(name, text);
    else complaints.push(`The address has ${cut(name)} = “${cut(text)}”, but ${why}. The default stands.`);
  }
  return {texts, complaints};
}

const cut = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 30).join("")}…` : text);
