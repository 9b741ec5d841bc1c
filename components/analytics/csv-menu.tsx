"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import { Menu } from "@/components/ui/menu";
import type { CsvEntriesProps } from "./csv-entries";

const Entries = later(() => import("./csv-entries").then((module) => module.CsvEntries));

/** What the page shows, as files for a spreadsheet. */
export function CsvMenu(props: CsvEntriesProps) {
  return (
    <Menu onNear={Entries.prepare} trigger={<Button icon={<Download aria-hidden />}>CSV</Button>}>
      <Entries {...props} />
    </Menu>
  );
}
