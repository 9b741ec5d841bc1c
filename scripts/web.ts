import { runProduct } from "./product";

await runProduct({ parts: ["next", "front"], whole: false });
