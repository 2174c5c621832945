/** How far back a model of so many layers hears, if a token sees itself and the window − 1 before it. */
export const reachOf = (layers: number, window: number): number => layers * (window - 1);
