import {button, element, uniqueId} from "../element.js";
import {advise, type Said} from "./advice.js";
import {steps, type DiagnosticStep} from "./steps.js";

/** From the page that shows the diagnostic, which lies at the root of the site. */
const link = (page: string, text: string): HTMLElement => element("a", {href: `.${page}`}, text);

const pageLink = ({page, title}: DiagnosticStep): HTMLElement => link(page, title);

/** One question at a time; two misses in a row end it, for what comes later stands on what was missed. */
const ENOUGH = 2;

function verdict(said: Said): readonly (Node | string)[] {
  const {begin, then, known, answered} = advise(steps, said);
  const score = `${known} of ${answered} were right. `;
  if (begin === undefined)
    return [
      score,
      `As far as ${steps.length} questions can tell, you know what the first six stages teach. Go on with `,
      link("/stages/06-transformer/scaling-laws", "Scaling laws"),
      ", train a model of your own in the ",
      link("/playground/transformer", "playground"),
      ", or begin with the exercises at the end of each stage."
    ];
  const later = then.flatMap((step, i) => [i === 0 ? "" : ", ", pageLink(step)]);
  return [
    score,
    "Begin with ",
    element("b", {}, pageLink(begin)),
    `, because you were not sure of what it teaches: ${begin.topic.toLowerCase()}. `,
    ...(later.length === 0 ? [] : ["After it, look at ", ...later, "."])
  ];
}

/** A test of what a reader knows already, that says where in the book to begin. Nothing of it is kept. */
export function diagnostic(): HTMLElement {
  const said = new Map<string, number | undefined>();
  const asked = element("div", {});
  const outcome = element("div", {className: "verdict", role: "status"});
  const node = element("section", {className: "exercise-body diagnostic", ariaLabel: "Where to begin"}, asked, outcome);

  const end = (): void => {
    asked.replaceChildren(button("Once more", begin));
    outcome.replaceChildren(...verdict(said));
  };
  const begin = (): void => {
    said.clear();
    outcome.replaceChildren();
    ask(0, 0);
  };
  const ask = (at: number, missed: number): void => {
    const step = steps[at];
    if (step === undefined || missed === ENOUGH) return end();
    const group = uniqueId("diagnostic");
    const inputs = step.options.map(() => element("input", {type: "radio", name: group}));
    const labels = step.options.map(({text}, i) => element("label", {}, inputs[i]!, element("span", {}, text)));
    const answer = (choice: number | undefined): void => {
      said.set(step.name, choice);
      const right = choice !== undefined && step.options[choice]?.right === true;
      ask(at + 1, right ? 0 : missed + 1);
      node.querySelector<HTMLElement>("input, button")?.focus({preventScroll: true});
    };
    const next = button(
      "Next",
      () => {
        const choice = inputs.findIndex(({checked}) => checked);
        if (choice < 0) outcome.replaceChildren("Choose an answer first, or say that you do not know.");
        else {
          outcome.replaceChildren();
          answer(choice);
        }
      },
      "button primary"
    );
    const legend = element(
      "legend",
      {},
      element("small", {}, `${at + 1} of ${steps.length}. ${step.topic}. `),
      step.prompt
    );
    asked.replaceChildren(
      element("fieldset", {className: "options"}, legend, ...labels),
      element(
        "div",
        {className: "exercise-row"},
        next,
        button("I do not know", () => answer(undefined))
      )
    );
  };
  begin();
  return node;
}
