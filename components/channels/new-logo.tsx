"use client";

import { ImageUp } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { Button } from "../ui/button";
import { ChannelLogo } from "./channel-logo";
import { LOGO_TYPES } from "./upload-logo";

interface NewLogoProps {
  name: string;
  file: File | null;
  onChoose: (file: File | null) => void;
}

/** The logo of a channel that is still to be made: chosen now, sent when it is there. */
export function NewLogo({ name, file, onChoose }: NewLogoProps) {
  const input = useRef<HTMLInputElement>(null);
  const url = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return (
    <div>
      <p className="mb-1 font-medium text-sm">Logo</p>
      <div className="flex items-center gap-3">
        <ChannelLogo channel={{ name, logoUrl: url }} />
        <input
          ref={input}
          type="file"
          accept={LOGO_TYPES}
          aria-label="Logo file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
        <Button size="sm" icon={<ImageUp aria-hidden />} onClick={() => input.current?.click()}>
          {file ? "Choose another" : "Choose"}
        </Button>
        {file && (
          <Button size="sm" onClick={() => onChoose(null)}>
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}
