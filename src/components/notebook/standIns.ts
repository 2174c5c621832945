/** What stands for the book's own components where there is no book: in other notebooks, and in scripts, which draw nothing. */

interface StandIn {
  /** For a notebook elsewhere: an expression over the names that Observable gives. */
  readonly notebook: string;
  /** For a script: an expression over what Node and the packages give. */
  readonly script: string;
}

const control = (inputs: string, value: string): StandIn => ({
  notebook: inputs,
  script: `(options, {value = ${value}} = {}) => ({value})`
});

const picked = (input: string) => control(`(options, settings) => Inputs.${input}(options, settings)`, "options[0]");

/** What a reader puts a text in place of. */
const ANY_TEXT = '"Paste a text here: the longer, the better. ".repeat(40)';

const known: Readonly<Record<string, StandIn>> = {
  slider: control("(range, settings) => Inputs.range(range, {step: 1, ...settings})", "options[0]"),
  select: picked("select"),
  choice: control("(options, settings) => Inputs.radio(options, {value: options[0], ...settings})", "options[0]"),
  toggle: {
    notebook: "(settings) => Inputs.toggle(settings)",
    script: "({value = false} = {}) => ({value})"
  },
  textInput: {
    notebook: "({label, value}) => Inputs.text({label, value})",
    script: "({value}) => ({value})"
  },
  textSource: {
    notebook: `({label}) => Inputs.textarea({label, rows: 6, value: ${ANY_TEXT}})`,
    script: "({corpora}) => ({value: corpora[0]})"
  },
  textOf: {
    notebook: `async (text) => (typeof text === "string" ? text : ${ANY_TEXT})`,
    script: '({id}) => readFile(`${id}.txt`, "utf8") /* a text beside this script */'
  },
  latest: {
    notebook:
      "(source) => Generators.observe((next) => { const run = source.subscribe(next); return () => run.unsubscribe(); })",
    script:
      "(source) => new Promise((ok, no) => { let last; source.subscribe({next: (value) => (last = value), error: no, complete: () => ok(last)}); })"
  },
  whenNear: {notebook: "async () => {}", script: "async () => {}"},
  tensors: {
    notebook: '() => import("llm-first-principles/tensor")',
    script: '() => import("llm-first-principles/tensor")'
  },
  brief: {notebook: "(value) => JSON.stringify(value)", script: "(value) => JSON.stringify(value)"},
  snippet: {notebook: "(text) => htl.html`<pre>${text}`", script: "(text) => text"}
};

const DRAWN = "() => htl.html`<p><em>This is drawn on the page of the book.`";

const standing = (name: string): StandIn | undefined => (Object.hasOwn(known, name) ? known[name] : undefined);

/** What stands for a component of this name in another notebook. */
export const inNotebook = (name: string): string => standing(name)?.notebook ?? DRAWN;

/** What stands for it in a script; undefined where nothing can. */
export const inScript = (name: string): string | undefined => standing(name)?.script;

/** Whether a module has no name outside of the book. */
export const isOwn = (specifier: string): boolean => /^\/(components|stages)\//.test(specifier);
