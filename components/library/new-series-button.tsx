"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";

const NewSeriesDialog = later(() => import("./new-series-dialog").then((module) => module.NewSeriesDialog));

export function NewSeriesButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
        New series
      </Button>
      {isOpen && <NewSeriesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
