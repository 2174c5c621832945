import type {Predict} from "llm-first-principles";
import {writingMachine, type BatchText, type BatchWriter, type WritingMachine} from "llm-first-principles/transformer";

interface OneText extends BatchText {
  readonly machine: WritingMachine;
  readonly predict: Predict;
}

/** Many texts of a model that reads one at a time: a round goes through them. Each has a reader of its own, which may remember. */
export const oneByOne = (predict: () => Predict): BatchWriter<OneText> => ({
  begin: (request, where) => {
    const machine = writingMachine(request, where);
    return {machine, predict: predict(), state: machine.start, logits: undefined};
  },
  round: (texts) =>
    texts.map((text) => {
      if (text.state.ended !== undefined) return text;
      const logits = text.predict(text.state.ids);
      return {...text, logits, state: text.machine.next(text.state, logits)};
    })
});
