import { CSV_COLUMNS } from "@/core/import/csv-columns";

const EPISODES = 50;

/** A catalogue of series with fifty episodes each, every column in use; `mark` keeps two catalogues apart. */
export function catalogueCsv(rows: number, mark: string): string {
  const lines = [CSV_COLUMNS.join(",")];
  for (let index = 0; index < rows; index++) {
    const number = index % EPISODES;
    const series = `${mark}-series-${Math.floor(index / EPISODES)}`;
    lines.push(number === 0 ? seriesLine(series) : episodeLine(series, number));
  }
  return `${lines.join("\r\n")}\r\n`;
}

function seriesLine(series: string): string {
  return `SERIES,${series},"The Harbour, ${series}",Life by the water.,en,2024,,12,Documentary,,sea,,,,,`;
}

function episodeLine(series: string, number: number): string {
  const id = `${series}-${number}`;
  return [
    `EPISODE,${id},"The Ferry, part ${number}"`,
    '"A crossing in the fog, and a ""captain"" who will not hear of it.\nTold in two lines."',
    `en,2024,1500,12|FSK 12,Documentary|Travel,,sea|boats|${number},${series},2,${number},,`,
  ].join(",");
}
