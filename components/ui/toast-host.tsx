"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { toasterWish } from "./notify";

const Toaster = dynamic(() => import("./toast").then((module) => module.Toaster), { ssr: false });

/** Stands once in the root layout; holds nothing until the first message. */
export function ToastHost() {
  const isWanted = useSyncExternalStore(toasterWish.subscribe, toasterWish.isWanted, () => false);
  return isWanted ? <Toaster /> : null;
}
