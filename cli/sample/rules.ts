import {chain, minP, temperature, topK, topP, type LogitsRule} from "llm-first-principles";

/** How a token is chosen: what is told of temperature and cuts, in the order in which engines apply them. */
interface Choosing {
  readonly temperature: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
}

/** The rule of these settings: temperature, top-k, top-p, min-p. */
export const ruleOf = (choosing: Choosing): LogitsRule =>
  chain(
    temperature(choosing.temperature),
    ...(choosing.topK === undefined ? [] : [topK(choosing.topK)]),
    ...(choosing.topP === undefined ? [] : [topP(choosing.topP)]),
    ...(choosing.minP === undefined ? [] : [minP(choosing.minP)])
  );
