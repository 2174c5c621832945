import {choice, select} from "../components/figure/controls.js";
import {several} from "../components/figure/several.js";
import {MODELS, TITLES, UNITS, type ModelName, type TextResult, type Unit} from "./languageModels.js";

/** The text of a name that a control has. */
export const textNamed = (texts: readonly TextResult[], name: string): TextResult =>
  texts.find((text) => text.name === name) ?? texts[0]!;

export const textControl = (texts: readonly TextResult[], more: readonly string[] = []) =>
  select([...more, ...texts.map(({name}) => name)], {label: "Text"});

export const unitControl = () => choice<Unit>([...UNITS], {label: "Unit"});

export const modelsControl = (from: readonly ModelName[] = MODELS, value = from) =>
  several<ModelName>([...from], {label: "Models", value, format: (model) => TITLES[model]});

export const digitsOf = (unit: Unit): number => (unit === "perplexity" ? 2 : 3);
export const signed = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(3)}`;
