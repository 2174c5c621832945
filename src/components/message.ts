/** What a thrown value says, whatever it is: an error's message, else its text; never throwing itself. */
export function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error && thrown.message !== "" ? thrown.message : String(thrown);
  } catch {
    return "Something was thrown that can't be shown.";
  }
}
