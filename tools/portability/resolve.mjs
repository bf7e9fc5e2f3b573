// dt-sql-parser is written for bundlers: its modules name each other without file extensions, which node does not resolve by itself.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !context.parentURL?.includes('/dt-sql-parser/')) {
    return next(specifier, context);
  }

  const url = new URL(specifier, context.parentURL).href;
  const candidates = [`${url}.js`, `${url}/index.js`, url];
  const found = candidates.find((candidate) => existsSync(fileURLToPath(candidate)) && statSync(fileURLToPath(candidate)).isFile());
  return { url: found ?? url, format: 'module', shortCircuit: true };
}
