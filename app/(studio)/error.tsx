"use client";

/** Within the Studio's frame, so that the time and what is on air stay visible when a page breaks. */
export { default } from "../error";
