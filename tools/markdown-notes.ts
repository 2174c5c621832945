/**
 * Side notes and meanings:
 *
 *   Text with a side note.^[It stands in the margin; on a phone it unfolds.]
 *   [loss]{.loss-train}             a word in the colour of its meaning
 */
import type MarkdownIt from "markdown-it";

const notesOf = new WeakMap<object, number>();

export function notes(md: MarkdownIt): MarkdownIt {
  md.inline.ruler.after("image", "sidenote", (state, silent) => {
    if (!state.src.startsWith("^[", state.pos)) return false;
    const end = md.helpers.parseLinkLabel(state, state.pos + 1);
    if (end < 0) return false;
    if (!silent) {
      const env: object = state.env;
      const n = (notesOf.get(env) ?? 0) + 1;
      notesOf.set(env, n);
      const html = (content: string) => (state.push("html_inline", "", 0).content = content);
      html(
        `<label class="note-mark" for="note-${n}"><span class="quiet">Note </span>${n}</label><input class="note-toggle" type="checkbox" id="note-${n}" aria-label="Show note ${n}"><span class="sidenote" role="note"><sup>${n}</sup> `
      );
      const max = state.posMax;
      state.pos += 2;
      state.posMax = end;
      state.md.inline.tokenize(state);
      state.posMax = max;
      html("</span>");
    }
    state.pos = end + 1;
    return true;
  });

  md.inline.ruler.before("link", "meaning", (state, silent) => {
    const [all, word = "", meaning = ""] = /^\[([^\][]+)\]\{\.([\w-]+)\}/.exec(state.src.slice(state.pos)) ?? [];
    if (all === undefined) return false;
    if (!silent)
      state.push("html_inline", "", 0).content =
        `<span class="meaning" style="--meaning: var(--${meaning})">${md.utils.escapeHtml(word)}</span>`;
    state.pos += all.length;
    return true;
  });
  return md;
}
