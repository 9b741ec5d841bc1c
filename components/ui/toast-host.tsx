"use client";

import { useSyncExternalStore } from "react";
import { later } from "@/components/ui/later";
import { toasterWish } from "./notify";

const Toaster = later(() => import("./toast").then((module) => module.Toaster), { isSilent: true });

/** Stands once in the root layout; holds nothing until the first message. */
export function ToastHost() {
  const isWanted = useSyncExternalStore(toasterWish.subscribe, toasterWish.isWanted, () => false);
  return isWanted ? <Toaster /> : null;
}
