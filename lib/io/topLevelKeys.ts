/**
 * The keys of an object in JSON, in their order, those included that stand there twice: of such, JSON.parse keeps the last
 * and says nothing. The text must be JSON.
 */
export function topLevelKeys(json: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let last = "";
  for (let i = 0; i < json.length; i++) {
    const letter = json[i];
    if (letter === '"') {
      const start = i;
      for (i++; json[i] !== '"'; i++) if (json[i] === "\\") i++;
      last = json.slice(start, i + 1);
    } else if (letter === "{" || letter === "[") depth++;
    else if (letter === "}" || letter === "]") depth--;
    else if (letter === ":" && depth === 1) keys.push(String(JSON.parse(last)));
  }
  return keys;
}
