import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";

const PACKAGE = {
  name: "lineup-client",
  private: true,
  type: "module",
  sideEffects: false,
  exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
  engines: { node: ">=20" },
};

/**
 * Puts JavaScript, types and a package.json beside the sources of a client, so that Node and browsers run it as it is.
 * @throws Error when the compiler cannot read them
 */
export async function compileClient(folder: string): Promise<void> {
  // First, because it tells the compiler what kind of modules these are.
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(PACKAGE, null, 2)}\n`);
  const files = await readdir(folder, { recursive: true });
  const program = ts.createProgram(
    files.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")).map((file) => path.join(folder, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
      strict: true,
      declaration: true,
      // What the generator writes is checked with the rest of the repository.
      noCheck: true,
    },
  );
  const wrong = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (wrong.length === 0) return;
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  };
  throw new Error(`the client does not compile:\n${ts.formatDiagnostics(wrong, host)}`);
}
