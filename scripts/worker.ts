import { runProduct } from "./product";

await runProduct({ parts: ["worker"], whole: false });
