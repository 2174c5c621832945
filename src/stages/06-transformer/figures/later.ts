/** The home page’s transformer, whose parts come only when the reader is near it. */
export const storyLater = () => import("./gptBench.js").then(({gptBench, gptStory}) => gptBench("gpt-story", gptStory));
