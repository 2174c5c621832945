/** Which pages can be edited, and the way to do so while the book is being written. */
import type MarkdownIt from "markdown-it";
import {pageOf} from "../markdown-line.js";
import {editButton} from "./offered.js";

/** Whether a page opens as a notebook, by its place in the book: `playground/markov`. */
export const editable = (name: string): boolean => /^(playground|stages)\//.test(name);

/** The folder of notebooks of `npm start`. */
export const LIVE = "/_notebook/live/";

/** Framework changes an open page in place, and would change what a notebook has put there: its socket is closed by this event. */
export const OPENED = "live-notebook";

/** A script for the head of pages, before Framework's own. */
export const hearNotebook = `<script>
WebSocket = new Proxy(WebSocket, {
  construct: (Socket, given) => {
    const socket = new Socket(...given);
    addEventListener("${OPENED}", () => {
      socket.onmessage = socket.onclose = null;
      socket.close();
    });
    return socket;
  }
});
</script>`;

/** Puts the button where a build has it. It is part of the page's own text, for Framework changes an open page by places in that. */
export function editablePages(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("editable", (state) => {
    const name = pageOf(state.env).slice(1);
    if (!editable(name)) return;
    const {tokens} = state;
    const lede = tokens.findIndex(({type, content}) => type === "html_block" && content.startsWith('<p class="lede">'));
    const heading = tokens.findIndex(({type, tag}) => type === "heading_close" && tag === "h1");
    const at = lede < 0 ? heading : lede;
    if (at < 0) return;
    const button = Object.assign(new state.Token("html_block", "", 0), {content: editButton(LIVE, name)});
    state.tokens = [...tokens.slice(0, at + 1), button, ...tokens.slice(at + 1)];
  });
  return md;
}
