import {excerpt} from "../../../../tools/corpora.js";
import race from "./raceOnModel.json" with {type: "json"};
import {bestOf, MODEL_RACE, type ModelRuns} from "./modelRuns.js";
import {ROWS_OF, type RowsRun} from "./rows.js";
import {rowsMoved, type MovedRow} from "./rowsMoved.js";

const brief = (row: MovedRow): MovedRow => ({
  ...row,
  perThousand: Number(row.perThousand.toPrecision(3)),
  moved: Number(row.moved.toPrecision(3))
});

/** Each optimizer with its best rate. */
export const value = (): readonly RowsRun[] =>
  ROWS_OF.map((optimizer) => {
    const {rate} = bestOf((race.value as ModelRuns)[optimizer]);
    return {optimizer, rate, rows: rowsMoved(excerpt("names").text, optimizer, rate, MODEL_RACE).map(brief)};
  });
