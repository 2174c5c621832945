/** The table of five descriptions, so that a page can show it without the library. */
import {FIVE} from "./publishedModels.js";
import {presetRows, type PresetTable} from "./presetRows.js";

export const value = (): PresetTable => ({
  models: Object.values(FIVE).map(({name}) => name),
  rows: presetRows()
});
