import {FileAttachment} from "observablehq:stdlib";
import type {CatalogEntry} from "./done.js";

const file = FileAttachment("../../data/exercises.json");
let loading: Promise<readonly CatalogEntry[]> | undefined;

/** All exercises of the book, in its order, as they were found when the site was built. */
export const catalog = (): Promise<readonly CatalogEntry[]> => (loading ??= file.json<readonly CatalogEntry[]>());
