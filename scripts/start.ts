import { runProduct } from "./product";

await runProduct({ parts: ["worker", "next", "front"], whole: true });
