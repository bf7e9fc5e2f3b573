// Reads SQL as Trino (Athena) and Spark (Glue) would, without running it: node tools/portability/check.mjs FILE_OR_FOLDER …
// Of a folder it takes *.sql, and of *.md what is fenced as sql. A breach is printed as file:line:column; the exit code is then 1.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';

register('./resolve.mjs', import.meta.url);
const { TrinoSQL } = await import('dt-sql-parser/dist/parser/trino/index.js');
const { SparkSQL } = await import('dt-sql-parser/dist/parser/spark/index.js');
const { TrinoSqlLexer } = await import('dt-sql-parser/dist/lib/trino/TrinoSqlLexer.js');

const trino = new TrinoSQL();
const grammars = { 'Trino (Athena)': trino, 'Spark (Glue)': new SparkSQL() };
const quoted = [TrinoSqlLexer.QUOTED_IDENTIFIER, TrinoSqlLexer.BACKQUOTED_IDENTIFIER];
const waived = /^(?:[ \t]*(?:--.*)?\n)*?[ \t]*--[ \t]*portable[ \t]*:[ \t]*no, because (.*\S)/;

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).sort().filter((name) => /\.(sql|md)$/.test(name)).map((name) => join(path, name))
    : [path];

// Blank lines stand for what is above a block, so that the lines of the block are those of the file.
const statementsOf = (file) => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.md')
    ? [...text.matchAll(/^```sql\n(.*?)^```$/gms)].map((block) => ({
        file,
        sql: block[1].trimEnd(),
        above: text.slice(0, block.index).split('\n').length,
      }))
    : [{ file, sql: text.trimEnd(), above: 0 }];
};

// The first error of a grammar is the cause of the others.
const breachesOf = ({ sql }) => [
  ...Object.entries(grammars).flatMap(([engine, grammar]) =>
    grammar.validate(sql).slice(0, 1).map((error) => ({ line: error.startLine, column: error.startColumn, what: `${engine}: ${error.message}.` })),
  ),
  ...trino.getAllTokens(sql).filter((token) => quoted.includes(token.type)).map((token) => ({
    line: token.line,
    column: token.column + 1,
    what: `${token.text} is a name to one engine and a text or an error to another. Leave the quotes away.`,
  })),
];

const statements = process.argv.slice(2).flatMap(filesOf).flatMap(statementsOf);
let breaches = 0;
for (const statement of statements) {
  const reason = waived.exec(statement.sql)?.[1];
  if (reason) {
    console.log(`${statement.file}: not portable, because ${reason}`);
    continue;
  }

  for (const { line, column, what } of breachesOf(statement)) {
    breaches += 1;
    console.log(`${statement.file}:${line + statement.above}:${column}: ${what}`);
  }
}

if (breaches > 0) {
  console.log(`${breaches} places are not SQL to all engines. Write them as stages/RunCurated/README.md says, or above the SELECT: -- portable: no, because …`);
  process.exit(1);
}

console.log(`${statements.length} statements parse as Trino and as Spark SQL.`);
