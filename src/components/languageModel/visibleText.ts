/** A text whose spaces and ends of lines are seen. */
export const visibleText = (text: string): string => text.replaceAll("\n", "⏎").replaceAll(" ", "␣");
