"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImageUp } from "lucide-react";
import { useRef } from "react";
import type { Channel } from "@/core/channels/contract";
import { api } from "../api/client";
import { Button } from "../ui/button";
import { ChannelLogo } from "./channel-logo";
import { LOGO_TYPES, uploadLogo } from "./upload-logo";

/** The channel's logo: shown, replaced and removed at once. */
export function LogoField({ channel }: { channel: Channel }) {
  const input = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const address = `/v1/creator/channels/${channel.id}/logo`;
  const onSettled = () =>
    Promise.all(
      ["channels", "channel", "checklist", "on-air"].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  const upload = useMutation({
    mutationFn: async (file: File) => uploadLogo(channel.id, file),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.delete(address), onSettled });
  const logoUrl = remove.isSuccess ? null : (upload.data?.logoUrl ?? channel.logoUrl);
  const problem = upload.error ?? remove.error;
  return (
    <div>
      <p className="mb-1 font-medium text-sm">Logo</p>
      <div className="flex items-center gap-3">
        <ChannelLogo channel={{ name: channel.name, logoUrl }} />
        <input
          ref={input}
          type="file"
          accept={LOGO_TYPES}
          aria-label="Logo file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            remove.reset();
            if (file) upload.mutate(file);
          }}
        />
        <Button size="sm" icon={<ImageUp aria-hidden />} busy={upload.isPending} onClick={() => input.current?.click()}>
          {logoUrl ? "Replace" : "Upload"}
        </Button>
        {logoUrl && (
          <Button size="sm" busy={remove.isPending} onClick={() => remove.mutate()}>
            Remove
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="mt-1 text-danger text-sm">
          {problem.message}
        </p>
      )}
    </div>
  );
}
