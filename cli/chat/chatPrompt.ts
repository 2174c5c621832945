import {Template} from "@huggingface/jinja";
import type {LoadedModel} from "../models/loadedModel.js";
import {CommandError} from "../exit.js";

/** What somebody has said. */
export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** A conversation as the text that a model goes on with, and what ends its answer. */
export interface ChatPrompt {
  readonly prompt: string;
  readonly stop: readonly string[];
}

const NAMES = {system: "", user: "User: ", assistant: "Assistant: "} as const;

/** A conversation as models without a template of their own read it: a line for each that spoke. */
function plain(messages: readonly Message[]): ChatPrompt {
  const lines = messages.map(({role, content}) => `${NAMES[role]}${content}\n`);
  return {prompt: `${lines.join("")}${NAMES.assistant.trimEnd()}`, stop: [`\n${NAMES.user.trimEnd()}`]};
}

/** Writes conversations as a model wants them: by its template, if it has one. @throws CommandError for a template that fails. */
export function chatPrompt({chatTemplate, tokenizer, name}: LoadedModel): (messages: readonly Message[]) => ChatPrompt {
  if (chatTemplate === undefined) return plain;
  const {tokens, begin, end} = tokenizer.vocabulary;
  const token = (id: number | undefined): string => (id === undefined ? "" : (tokens[id] ?? ""));
  const failed = (cause: unknown): CommandError =>
    new CommandError(
      name,
      "the model’s chat template can be filled in",
      [{name: "template", value: cause instanceof Error ? cause.message : String(cause)}],
      "write with it by llmfp sample, or leave the template out with --no-template",
      {cause}
    );
  try {
    const template = new Template(chatTemplate);
    return (messages) => {
      try {
        const prompt = template.render({
          messages: messages.map((message) => ({...message})),
          add_generation_prompt: true,
          bos_token: token(begin),
          eos_token: token(end)
        });
        return {prompt, stop: []};
      } catch (cause) {
        throw failed(cause);
      }
    };
  } catch (cause) {
    throw failed(cause);
  }
}
