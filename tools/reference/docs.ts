import type {Comment, CommentDisplayPart, DeclarationReflection} from "typedoc";
import type {Doc} from "./entry.js";

const textOf = (parts: readonly CommentDisplayPart[]): string =>
  parts
    .map(({text}) => text)
    .join("")
    .trim();

/** An example without the fence around it, which typedoc adds where there is none. */
const unfenced = (text: string): string => text.replace(/^```\w*\n([\s\S]*?)\n?```$/, "$1");

const tagged = (comment: Comment | undefined, name: `@${string}`): readonly string[] =>
  (comment?.blockTags ?? []).filter(({tag}) => tag === name).map(({content}) => textOf(content));

/** The docstring of an export or a field; a function's stands at its first signature that has one. */
export function docOf(of: DeclarationReflection): Doc {
  const signature = of.signatures?.find(({comment}) => comment !== undefined);
  const inner = of.type?.type === "reflection" ? of.type.declaration.signatures?.[0] : undefined;
  const comment = of.comment ?? signature?.comment ?? inner?.comment ?? of.getSignature?.comment;
  const [returns] = tagged(comment, "@returns");
  return {
    text: textOf(comment?.summary ?? []),
    params: (signature?.parameters ?? []).flatMap(({name, comment}) =>
      comment === undefined
        ? []
        : [{name: name === "__namedParameters" ? "options" : name, text: textOf(comment.summary)}]
    ),
    throws: tagged(comment, "@throws"),
    examples: tagged(comment, "@example").map(unfenced),
    see: tagged(comment, "@see"),
    ...(returns === undefined ? {} : {returns})
  };
}
