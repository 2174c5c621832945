/**
 * How deep a page is read: for the idea, in full, or with every proof. What folds says in its `data-depth` from which
 * depth on it is open; the reader's choice is kept, and a single block opens and closes as always.
 */
const depths = [
  ["idea", "the idea", "Proofs and code are folded"],
  ["full", "in full", "Proofs and code are open, long algebra is folded"],
  ["proofs", "every proof", "Everything is open"]
] as const;

/** The switch, for a page whose source has something to fold; nothing for others. */
export function depthSwitch(markdown: string): string {
  if (!/^(::: (proof|fold)\b|<<< )/m.test(markdown)) return "";
  const buttons = depths.map(
    ([depth, name, means]) =>
      `<button type="button" data-reading="${depth}" title="${means}" aria-pressed="${depth === "full"}">${name}</button>`
  );
  return ` <span class="depth" role="group" aria-label="Depth of reading">Read ${buttons.join(" ")}</span>`;
}

/** Before the first paint: folds what the kept depth folds, and follows the switch. A script without modules. */
export const depthScript = `<script>{
const key = "llm-first-principles:depth", depths = ${JSON.stringify(depths.map(([depth]) => depth))};
let depth = "full";
try { depth = localStorage.getItem(key) ?? depth; } catch {}
const fold = () => {
  const at = Math.max(depths.indexOf(depth), 0);
  for (const block of document.querySelectorAll("details[data-depth]")) block.open = depths.indexOf(block.dataset.depth) <= at;
  for (const button of document.querySelectorAll("[data-reading]")) button.ariaPressed = String(button.dataset.reading === depths[at]);
};
addEventListener("DOMContentLoaded", () => depth === "full" || fold());
addEventListener("click", ({target}) => {
  if (!(target instanceof Element) || !target.matches("[data-reading]")) return;
  depth = target.dataset.reading;
  fold();
  try { localStorage.setItem(key, depth); } catch {}
});
}</script>`;
