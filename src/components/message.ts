/** What a thrown value says, whatever it is: an error's message, else its text; never throwing itself. */
export function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error && thrown.message !== "" ? thrown.message : String(thrown);
  } catch {
    return "Something was thrown that can't be shown.";
  }
}

/** The code of an error of the library, such as `LLMFP_SHAPE`; undefined of all else that can be thrown. */
export function codeOf(thrown: unknown): string | undefined {
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, "code") : undefined;
  return typeof code === "string" && code.startsWith("LLMFP_") ? code : undefined;
}
