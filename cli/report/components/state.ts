/** Names of runs that nobody wants to see now: kept while a page reads its runs again. */
export const unticked = new Set<string>();
