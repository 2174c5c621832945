/** What a sandbox takes from a document, and how its readers get it back. */

const submit = (form: HTMLFormElement | null, event: Event): void => {
  if (form === null) return;
  event.preventDefault();
  form.dispatchEvent(new SubmitEvent("submit", {bubbles: true, cancelable: true}));
};

/** Without allow-forms no submit event is sent, on which Inputs live: a click or Enter sends one. Nothing is ever posted. */
export function submitByHand(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.type === "submit") submit(button.form, event);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) submit(event.target.form, event);
  });
}

/** Links are followed by the page, which looks at them; one to a place in this notebook is a place on the page. */
export function linksByPage(follow: (href: string) => void, reveal: (top: number) => void): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link === null || link.hasAttribute("download")) return;
    event.preventDefault();
    if (!event.isTrusted) return; // a cell may not click for the reader, who has just clicked something else
    const href = link.getAttribute("href") ?? "";
    const place = href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    if (place !== null) reveal(place.getBoundingClientRect().top);
    else if (!href.startsWith("#")) follow(href);
  });
}
