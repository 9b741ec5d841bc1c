import { runProduct } from "./product";

await runProduct({ parts: ["origin"], whole: false });
