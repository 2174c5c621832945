/** One turn of the event loop: lets the page draw and answer between two pieces of work. */
export const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
