/** What every patient’s text begins with. */
export const PROMPT = "Call me ";
