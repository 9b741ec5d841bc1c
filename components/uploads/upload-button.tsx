"use client";

import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useUploads } from "./upload-provider";

interface UploadButtonProps {
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
}

/** Opens the dialog to choose files; they upload at once. */
export function UploadButton({ size, children = "Upload" }: UploadButtonProps) {
  const { choose } = useUploads();
  return (
    <Button tone="primary" size={size} icon={<Upload aria-hidden />} onClick={choose}>
      {children}
    </Button>
  );
}
