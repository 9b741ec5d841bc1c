"use client";

import { Upload } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useUploads } from "./upload-provider";

/** Opens the dialog to choose files; they upload at once. */
export function UploadButton({ size }: { size?: "sm" | "md" | "lg" }) {
  const { choose } = useUploads();
  return (
    <Button tone="primary" size={size} icon={<Upload aria-hidden />} onClick={choose}>
      Upload
    </Button>
  );
}
