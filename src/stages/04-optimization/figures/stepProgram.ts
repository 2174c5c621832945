import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {select, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {costOf, programOf, written} from "../model/stepParts.js";
import {SCALINGS, type Parts, type Scaling} from "../model/stepPartNames.js";

/** The step of a chain that the reader puts together, as the library sees it: line by line, and in one loop. */
export function stepProgram(name = "step-program") {
  return figure<Parts>({
    name,
    title: "What a step does to one number",
    caption:
      "Put a chain together. Your browser runs the library’s own code on a single number and watches: these are the operations that it did. g is the gradient, x the parameter, m and v are remembered; a prime marks what is kept after the step.",
    controls: {
      clip: toggle({label: "Clip by value"}),
      before: toggle({label: "Decay in the gradient"}),
      scaling: select<Scaling>([...SCALINGS], {label: "Scaling", value: "Adam"}),
      after: toggle({label: "Decay beside it"})
    },
    draw: (value) => {
      const program = programOf(value);
      const {operations, apart, together} = costOf(program);
      return element(
        "div",
        {},
        element("pre", {className: "step-lines"}, written(program).join("\n")),
        table(
          [
            {way: "a kernel for each line", passes: operations, moved: apart},
            {way: "one loop", passes: 1, moved: together}
          ],
          [
            {label: "Done as", value: ({way}) => way},
            {label: "Passes", value: ({passes}) => passes},
            {label: "Numbers moved, for each parameter", value: ({moved}) => moved}
          ]
        )
      );
    },
    describe: (value) => {
      const {operations, apart, together} = costOf(programOf(value));
      return `${value.scaling === "nothing" ? "Plain gradient descent" : value.scaling}: ${operations} operations on each number. A kernel for each moves ${apart} numbers, one loop ${together}.`;
    },
    code: () => `import {adamwChain, stepProgram} from "llm-first-principles/tensor";

const {operations} = stepProgram(adamwChain({learningRate: 0.001}));
for (const operation of operations) console.log(operation);`,
    rows: (value) => written(programOf(value)).map((line, i) => ({operation: i + 1, line}))
  });
}
