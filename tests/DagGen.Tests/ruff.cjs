// Reads a JSON list of Python files from stdin. For each: what ruff's Airflow rules find, and whether its formatter would leave it alone.
const { Workspace, PositionEncoding } = require('@astral-sh/ruff-wasm-nodejs');

const workspace = (preview) =>
  new Workspace(
    {
      preview,
      'line-length': 100,
      'target-version': 'py39',
      lint: { select: ['AIR', 'F', 'E', 'W', 'I'], preview, 'explicit-preview-rules': false },
    },
    PositionEncoding.Utf32,
  );

// Most of the Airflow rules are in preview; the formatter's preview is of no interest.
const linter = workspace(true);
const formatter = workspace(false);

const judge = (text) => {
  const findings = linter.check(text).map((finding) => `${finding.start_location.row}: ${finding.code}: ${finding.message}`);
  const valid = !findings.some((finding) => finding.includes('invalid-syntax'));
  return { findings, stable: valid && formatter.format(text) === text };
};

console.log(JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8')).map(judge)));
