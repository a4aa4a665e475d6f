import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../adapters/package-root.ts";
import { emptyFolder } from "../terminal/run-program.ts";

const RUNTIME = "onnxruntime-node";

/** Another copy of the built program, with its folder. */
export interface Copy {
  readonly program: string;
  readonly dir: string;
}

/** Copies the built program, with what it needs: all libraries, or all but the encoder's runtime. */
export function copyOfTalks({ hasRuntime = true } = {}): Copy {
  const dir = emptyFolder();
  // The program alone, without what measures it, which has folders in dist/.
  const filter = (path: string) => !/dist\W(?!encoder)\w+$|\.map$/.test(path);
  for (const name of ["dist", "corpus", "package.json"])
    cpSync(join(PACKAGE_ROOT, name), join(dir, name), { recursive: true, filter });
  const libraries = join(PACKAGE_ROOT, "node_modules");
  mkdirSync(join(dir, "node_modules"));
  for (const name of readdirSync(libraries))
    if (!name.startsWith(".") && (hasRuntime || name !== RUNTIME))
      symlinkSync(join(libraries, name), join(dir, "node_modules", name));
  return { program: join(dir, "dist", "talks.cjs"), dir };
}
