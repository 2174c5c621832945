const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/y;

/** The elements at the top of a text of HTML, comments and texts between them. */
export function topElements(html: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (to: number) => {
    const part = html.slice(from, to).trim();
    if (part !== "") parts.push(part);
    from = to;
  };
  for (let at = 0; at < html.length;) {
    TAG.lastIndex = at;
    const match = html[at] === "<" ? TAG.exec(html) : null;
    if (match === null) {
      at++;
      continue;
    }
    const [all, closing, name = "", selfClosed] = match;
    if (depth === 0) cut(at);
    if (closing === "/") depth--;
    else if (name !== "" && selfClosed === "" && !VOID.has(name.toLowerCase())) depth++;
    at += all.length;
    if (depth === 0) cut(at);
  }
  cut(html.length);
  return parts;
}
