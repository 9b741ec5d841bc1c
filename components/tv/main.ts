import { TvApp } from "./tv-app";

const root = document.getElementById("tv");
if (root) new TvApp().run(root);
